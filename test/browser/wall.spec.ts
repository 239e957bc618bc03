import type { Page } from '@playwright/test';
import { addByKey, setFields } from './support/drawing.ts';
import { arrow, expect, newBoard, note, openApp, positionIs, test } from './support/journey.ts';
import { boxOf, centreOf, drag } from './support/pointing.ts';

const wall = (page: Page) => page.getByRole('application');
const nameField = (page: Page, kind: string) => page.getByRole('textbox', { name: `Name of the ${kind}` });
const undoButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ });

const nameIt = async (page: Page, kind: string, name: string): Promise<void> => {
  await expect(nameField(page, kind)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
};

/** A wall with a decider at the left of a command, nothing selected. */
const openTwoNotes = async (page: Page): Promise<void> => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addByKey(page, 'Decider', 'Account');
  await page.keyboard.press('Escape');
  await expect(note(page, 'Decider', 'Account')).not.toHaveClass(/selected/);
};

test.describe('a note comes onto the wall', () => {
  test('by a click in the palette, by dragging from it, by a double click, and is renamed in place', async ({
    page,
  }) => {
    await openApp(page);
    await newBoard(page);
    const palette = page.getByRole('navigation', { name: 'Palette' });

    await palette.getByRole('button', { name: 'Command 2' }).click();
    await nameIt(page, 'command', 'OpenAccount');
    await expect(note(page, 'Command', 'OpenAccount')).toBeVisible();

    await palette
      .getByRole('button', { name: 'Domain event 1' })
      .dragTo(wall(page), { targetPosition: { x: 150, y: 150 } });
    await nameIt(page, 'domain event', 'AccountOpened');
    const { x, y } = await boxOf(wall(page));
    const dropped = await centreOf(note(page, 'Domain event', 'AccountOpened'));
    expect(Math.hypot(dropped.x - x - 150, dropped.y - y - 150)).toBeLessThan(12);

    await wall(page).dblclick({ position: { x: 150, y: 400 } });
    await page.getByRole('menu', { name: 'New note' }).getByRole('menuitem', { name: 'Hotspot' }).click();
    await nameIt(page, 'hotspot', 'Who may open one?');
    await expect(note(page, 'Hotspot', 'Who may open one\\?')).toBeVisible();

    await note(page, 'Command', 'OpenAccount').dblclick();
    await nameIt(page, 'command', 'OpenSavings');
    await expect(note(page, 'Command', 'OpenSavings')).toBeVisible();
    await expect(undoButton(page)).toHaveAccessibleName('Undo: Rename OpenAccount to OpenSavings');
  });

  test('by the plus of the note that it follows, with an arrow', async ({ page }) => {
    await openApp(page);
    await newBoard(page);
    await addByKey(page, 'Command', 'OpenAccount');

    await page.getByRole('button', { name: 'Add what comes next' }).click();
    const menu = page.getByRole('menu', { name: 'What comes after OpenAccount?' });
    await expect(menu.getByRole('menuitem').first()).toContainText('Decider');
    await menu.getByRole('menuitem', { name: 'Decider' }).click();
    await nameIt(page, 'decider', 'Account');

    await expect(arrow(page, 'OpenAccount', 'Account')).toBeAttached();
  });
});

test('an arrow is drawn by dragging from the edge of one note onto another', async ({ page }) => {
  await openTwoNotes(page);
  const [from, to] = [note(page, 'Command', 'OpenAccount'), note(page, 'Decider', 'Account')];

  await from.hover();
  await drag(page, await centreOf(from.locator('.react-flow__handle-left')), await centreOf(to));
  await expect(arrow(page, 'OpenAccount', 'Account')).toBeAttached();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(arrow(page, 'OpenAccount', 'Account')).toHaveCount(0);
});

test.describe('several notes', () => {
  test('are selected one by one, by a box, or all; move as one step of undo; are deleted and brought back', async ({
    page,
  }) => {
    await openTwoNotes(page);
    const notes = [note(page, 'Command', 'OpenAccount'), note(page, 'Decider', 'Account')] as const;
    const places = () => Promise.all(notes.map(centreOf));
    const expectSelected = async (count: number) =>
      expect(page.locator('.react-flow__node.selected')).toHaveCount(count);
    const before = await places();

    await notes[0].click();
    await notes[1].click({ modifiers: ['Shift'] });
    await expectSelected(2);
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('2 notes');
    const [start] = before;
    if (!start) throw new Error('There is no note.');
    await drag(page, start, { x: start.x, y: start.y + 96 });
    await expect(undoButton(page)).toHaveAccessibleName('Undo: Move 2 notes');
    const distances = (await places()).map(({ y }, index) => Math.round(y - (before[index]?.y ?? 0)));
    expect(distances[0]).toBeGreaterThan(80);
    expect(distances[1]).toBe(distances[0]);
    await undoButton(page).click();
    await expect.poll(places).toEqual(before);

    await page.getByRole('main', { name: 'Wall' }).focus();
    await page.keyboard.press('Escape');
    await expectSelected(0);
    const boxes = await Promise.all(notes.map(boxOf));
    await drag(
      page,
      { x: Math.min(...boxes.map(({ x }) => x)) - 20, y: Math.min(...boxes.map(({ y }) => y)) - 20 },
      {
        x: Math.max(...boxes.map(({ x, width }) => x + width)) + 20,
        y: Math.max(...boxes.map(({ y, height }) => y + height)) + 20,
      },
    );
    await expectSelected(2);

    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+a');
    await expectSelected(2);
    await page.keyboard.press('Delete');
    await expect(page.getByText('An empty wall')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    for (const each of notes) await expect(each).toBeVisible();
  });
});

test('the view zooms, fits, and finds back to the notes', async ({ page }) => {
  await openApp(page);
  const percent = page.getByRole('main', { name: 'Wall' }).getByRole('button', { name: /^\d+ %$/ });
  const fitted = await percent.innerText();

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(percent).not.toHaveText(fitted);
  await percent.click();
  await expect(percent).toHaveText('100 %');
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Shift+Digit1');
  await expect(percent).toHaveText(fitted);

  await page.getByRole('button', { name: 'Move the wall' }).click();
  const { x, y, width, height } = await boxOf(wall(page));
  for (let round = 0; round < 2; round += 1)
    await drag(page, { x: x + 4, y: y + height / 2 }, { x: x + width - 4, y: y + height / 2 });
  await page.getByRole('button', { name: 'Back to the notes' }).click();
  await expect(note(page, 'Decider', 'ShoppingCart')).toBeInViewport();
});

test('stored events that no longer fit their fields are marked and listed, and stay as written', async ({ page }) => {
  await openApp(page);
  await expect(note(page, 'Domain event', 'CartOpened')).not.toContainText('do not fit');

  await setFields(
    page,
    'Domain event',
    'CartOpened',
    'cartId: id(cart), clientId: id(client), openedAt: date, shop: text',
  );

  await expect(note(page, 'Domain event', 'CartOpened').getByText('4 stored do not fit')).toBeVisible();
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Escape');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: '4 stored CartOpened events have no `shop`' }).click();
  await inspector.getByRole('button', { name: 'List them' }).click();
  await inspector.getByRole('button', { name: 'Event 4', exact: true }).click();
  await positionIs(page, 4, 18);

  await inspector.getByRole('button', { name: 'Make it optional' }).click();
  await expect(note(page, 'Domain event', 'CartOpened').getByText('do not fit')).toHaveCount(0);
});
