import type { Locator } from '@playwright/test';
import { addNext } from './support/drawing.ts';
import { expect, newBoard, note, openApp, paste, replaceCode, selectNote, test } from './support/journey.ts';

const lightBulb = (inspector: Locator) => inspector.locator('.codicon-light-bulb, .codicon-lightbulb-autofix');

test.describe('code and wall', () => {
  test('code that was written grows with the wall, in one step that can be undone', async ({ page }) => {
    await openApp(page);
    await selectNote(page, 'Decider', 'ShoppingCart');
    await addNext(page, ['Decider', 'ShoppingCart'], 'Domain event', 'CartAbandoned');
    await expect(page.getByText('ShoppingCart does not know CartAbandoned yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Add the case' }).first().click();

    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector.getByText("case 'CartAbandoned':")).toBeVisible();
    await expect(inspector.getByText('does not know')).toHaveCount(0);
    await note(page, 'Decider', 'ShoppingCart').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(inspector.getByText('ShoppingCart does not know CartAbandoned yet.')).toBeVisible();
    await expect(note(page, 'Domain event', 'CartAbandoned')).toBeVisible();
    await inspector.getByRole('button', { name: 'Add the case' }).click();
    await expect(inspector.getByText("case 'CartAbandoned':")).toBeVisible();
  });

  test('what the coach says of code leads to its line, where the key of the light bulb offers the fix', async ({
    page,
  }) => {
    await openApp(page);
    await selectNote(page, 'Decider', 'ShoppingCart');
    await addNext(page, ['Decider', 'ShoppingCart'], 'Domain event', 'CartAbandoned');
    await page.getByRole('main', { name: 'Wall' }).focus();
    await page.keyboard.press('Escape');

    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('button', { name: 'ShoppingCart does not know CartAbandoned yet.' }).click();
    await expect(inspector.getByText('export const evolve')).toBeVisible();
    await expect(inspector.locator('.squiggly-warning')).toBeVisible();
    await expect(lightBulb(inspector)).toBeVisible();
    await page.keyboard.press('ControlOrMeta+.');
    await expect(page.locator('.action-widget').getByText('Add the case for CartAbandoned')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(inspector.getByText("case 'CartAbandoned':")).toBeVisible();
    await expect(page.getByRole('banner')).toBeVisible();
  });
});

const lamp = `
type SwitchedOn = Event<'SwitchedOn', { lampId: string; brightness: number }>;
type LampEvent = SwitchedOn | Event<'SwitchedOff', { lampId: string }>;
type LampCommand = Command<'SwitchOn', { lampId: string }>;
type Lamp = { isOn: boolean };
export const initialState = (): Lamp => ({ isOn: false });
export const decide = ({ data }: LampCommand, lamp: Lamp): LampEvent[] => {
  console.log('deciding', data.lampId);
  return lamp.isOn ? [] : [{ type: 'SwitchedOn', data: { lampId: data.lampId, brightness: 3 } }];
};
export const evolve = (lamp: Lamp, event: LampEvent): Lamp => {
  console.warn('evolving', lamp);
  return { isOn: event.type === 'SwitchedOn' };
};
`;

test('a decider written elsewhere becomes notes after a preview, runs, and goes back in one step', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open a decider written elsewhere…' }).click();
  const dialog = page.getByRole('dialog', { name: 'From code to the wall' });
  await expect(dialog.getByRole('button', { name: 'Add to the wall' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Code' }).fill(lamp);
  await expect(dialog.getByRole('heading', { name: 'Lamp: 4 new notes' })).toBeVisible();
  await expect(dialog.getByText('lampId: id, brightness: number')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add to the wall' }).click();

  await expect(note(page, 'Decider', 'Lamp')).toBeFocused();
  await expect(note(page, 'Domain event', 'SwitchedOn')).toBeVisible();
  const sent = await page.evaluate(() =>
    window.replayground?.send({ type: 'SwitchOn', data: { lampId: 'lamp-1' } }).then(({ kind }) => kind),
  );
  expect(sent).toBe('appended');
  const step = page.getByRole('region', { name: 'State and step' });
  await step.getByRole('tab', { name: 'Step' }).click();
  await step.getByText('Console: 2 lines').click();
  await expect(step.getByText('evolving {isOn: false}')).toBeVisible();
  await expect(step.getByRole('button', { name: 'line 12' })).toBeVisible();

  await page.reload();
  await expect(note(page, 'Decider', 'Lamp')).toBeVisible();
  await step.getByRole('tab', { name: 'Step' }).click();
  await step.getByText('Console: 2 lines').click();
  await expect(step.getByText('deciding lamp-1')).toBeVisible();

  await selectNote(page, 'Domain event', 'SwitchedOn');
  await page.keyboard.press('F12');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('textbox', { name: 'Code of Lamp, Lamp.ts' })).toBeVisible();
  await note(page, 'Decider', 'Lamp').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('An empty wall')).toBeVisible();
});

const wrongTypes = `
export const canHandle = ['CartOpened'];
export const getDocumentId = (): string => 'all';
export const evolve = (): number => 'text';
`;

test('a type error in code that is not open is marked on its note, and leads to its line', async ({ page }) => {
  await openApp(page);
  await replaceCode(page, 'Read model', 'ClientSummary', wrongTypes);
  const mark = (name: string) => note(page, 'Read model', name).getByRole('button', { name: /^TypeScript/ });
  await expect(mark('ClientSummary')).toBeVisible();
  await selectNote(page, 'Read model', 'CartDetails');
  await expect(page.getByRole('textbox', { name: /^Code of CartDetails/ })).toBeVisible();

  await expect(mark('ClientSummary')).toBeVisible();
  await expect(mark('CartDetails')).toHaveCount(0);
  await mark('ClientSummary').click();
  await expect(page.getByRole('textbox', { name: /^Code of ClientSummary/ })).toBeFocused();
});

test('code that is pasted or dropped is previewed as notes, names become notes', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await paste(page, 'CartOpened\nDecide what to react to');
  await expect(note(page, 'Domain event', 'CartOpened')).toBeVisible();
  await page.getByRole('main', { name: 'Wall' }).focus();
  await paste(page, lamp);
  const dialog = page.getByRole('dialog', { name: 'From code to the wall' });
  await expect(dialog.getByRole('heading', { name: 'Lamp: 4 new notes' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'lamp.ts', { type: 'video/mp2t' }));
    return data;
  }, lamp);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await expect(dialog.getByRole('heading', { name: 'Lamp: 4 new notes' })).toBeVisible();
});
