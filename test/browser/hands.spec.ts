import type { Page } from '@playwright/test';
import { addByKey, connectByKey } from './support/drawing.ts';
import { arrow, expect, newBoard, note, openApp, test } from './support/journey.ts';
import { boxOf, centreOf, type Point } from './support/pointing.ts';

const undoButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ });

/** A wall with a command, a decider and an event, from right to left, nothing selected; at zoom 1. */
const openThreeNotes = async (page: Page) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Domain event', 'AccountOpened');
  await addByKey(page, 'Decider', 'Account');
  await addByKey(page, 'Command', 'OpenAccount');
  await connectByKey(page, ['Command', 'OpenAccount'], ['Decider', 'Account']);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+0');
  await expect(page.getByRole('button', { name: '100 %' })).toBeVisible();
  return {
    event: note(page, 'Domain event', 'AccountOpened'),
    decider: note(page, 'Decider', 'Account'),
    command: note(page, 'Command', 'OpenAccount'),
  };
};

/** Where notes lie on the wall, however the view moves. */
const placesOf = (page: Page, names: string[]): Promise<Point[]> =>
  page.evaluate(async (wanted) => {
    const model = (await window.replayground?.model()) as {
      definitions: { id: string; name: string }[];
      notes: { definitionId: string; x: number; y: number }[];
    };
    return wanted.map((name) => {
      const definition = model.definitions.find((candidate) => candidate.name === name);
      const place = model.notes.find(({ definitionId }) => definitionId === definition?.id);
      return { x: place?.x ?? Number.NaN, y: place?.y ?? Number.NaN };
    });
  }, names);

/** Drags and stays there, the button down. The first two pixels only say that it is a drag. */
const dragAndHold = async (page: Page, from: Point, by: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y);
  await page.mouse.move(from.x + 2 + by.x, from.y + by.y, { steps: 3 });
};

test('a dragged note lines up with its neighbours, unless Ctrl is held; Escape takes the drag back', async ({
  page,
}) => {
  const { decider, command } = await openThreeNotes(page);
  await command.click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  const [there, here] = [await boxOf(decider), await boxOf(command)];
  const guides = page.locator('[data-guide]');

  await dragAndHold(page, await centreOf(command), { x: there.x - here.x + 3, y: -200 });
  await expect(guides.first()).toBeAttached();
  expect((await boxOf(command)).x).toBeCloseTo(there.x, 1);
  await page.keyboard.down('Control');
  await expect(guides).toHaveCount(0);
  expect((await boxOf(command)).x).toBeCloseTo(there.x + 3, 1);
  await page.keyboard.up('Control');
  await expect(guides.first()).toBeAttached();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await boxOf(command)).toEqual(here);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Connect OpenAccount to Account');
});

test('Alt-drag leaves the notes and brings copies with the arrows among them', async ({ page }) => {
  const { decider, command } = await openThreeNotes(page);
  await decider.click();
  await command.click({ modifiers: ['Shift'] });
  await expect(page.getByRole('heading', { name: '2 notes', exact: true })).toBeVisible();
  const before = await placesOf(page, ['Account', 'OpenAccount']);

  await page.keyboard.down('Alt');
  await dragAndHold(page, await centreOf(command), { x: 40, y: 150 });
  await page.mouse.up();
  await page.keyboard.up('Alt');

  await expect(arrow(page, 'OpenAccount2', 'Account2')).toBeAttached();
  expect(await placesOf(page, ['Account', 'OpenAccount'])).toEqual(before);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Duplicate 2 notes');
});

test('several notes are lined up and put into a frame, which holds them from then on', async ({ page }) => {
  const { event, decider, command } = await openThreeNotes(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('toolbar', { name: 'Arrange' }).getByRole('button', { name: 'Align top edges' }).click();
  const tops = (await Promise.all([event, decider, command].map(boxOf))).map(({ y }) => y);
  expect(new Set(tops).size).toBe(1);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Align left edges');
  await undoButton(page).click();

  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('ControlOrMeta+g');
  await expect(page.getByRole('textbox', { name: 'Name of the frame' })).toBeFocused();
  await page.keyboard.type('Accounts');
  await page.keyboard.press('Enter');
  const frame = note(page, 'Frame', 'Accounts');
  await expect(frame).toBeFocused();

  const before = await Promise.all([frame, event, command].map(boxOf));
  const { x, y } = await boxOf(frame);
  await dragAndHold(page, { x: x + 24, y: y + 22 }, { x: 40, y: 80 });
  await page.mouse.up();
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move Accounts');
  const after = await Promise.all([frame, event, command].map(boxOf));
  const ways = after.map((box, index) => Math.round(box.y - (before[index]?.y ?? 0)));
  expect(ways[0]).toBeGreaterThan(60);
  expect(new Set(ways).size).toBe(1);

  await frame.focus();
  await page.keyboard.press('ControlOrMeta+Shift+ArrowDown');
  const alone = await Promise.all([frame, event].map(boxOf));
  expect((alone[0]?.y ?? 0) - (after[0]?.y ?? 0)).toBeGreaterThan(3);
  expect(alone[1]).toEqual(after[1]);

  await page.keyboard.press('Delete');
  await expect(frame).toHaveCount(0);
  for (const each of [event, decider, command]) await expect(each).toBeVisible();
});

test('the space tool makes room in the story, by mouse and by keys', async ({ page }) => {
  await openThreeNotes(page);
  await page.keyboard.press('Alt+Shift+t');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Tidy the wall');
  const names = ['OpenAccount', 'Account'];
  const before = await placesOf(page, names);
  const ways = async () =>
    (await placesOf(page, names)).map(({ x }, index) => Math.round(x - (before[index]?.x ?? Number.NaN)));

  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('s');
  const { x, y } = await boxOf(note(page, 'Decider', 'Account'));
  await dragAndHold(page, { x: x - 10, y: y - 10 }, { x: 60, y: 4 });
  await page.mouse.up();
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Make room to the right');
  const [stays, moves] = await ways();
  expect(stays).toBe(0);
  expect(moves).toBeGreaterThan(24);

  await note(page, 'Decider', 'Account').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(ways).toEqual([0, (moves ?? 0) - 24]);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Take room away at the left');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('a right click and Shift+F10 open the menu of what is there', async ({ page }) => {
  const { decider, command } = await openThreeNotes(page);

  await decider.click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Account', exact: true });
  await menu.getByRole('menuitem', { name: 'Rename the note' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the decider' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.getByRole('application').click({ button: 'right', position: { x: 12, y: 12 } });
  await page.getByRole('menu', { name: 'The wall' }).getByRole('menuitem', { name: 'Select everything' }).click();
  await command.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu', { name: '3 notes' }).getByRole('menuitem', { name: 'Align middles' }).press('Enter');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Align middles');
});
