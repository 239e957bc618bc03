import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dropFile, savedText } from './support/files.ts';
import {
  expect,
  newBoard,
  note,
  openApp,
  paste,
  positionIs,
  test,
  timeline,
  withoutFilePickers,
} from './support/journey.ts';

const eventFile = (name: string): Promise<string> =>
  readFile(new URL(`../files/events/${name}`, import.meta.url), 'utf8');

const dialog = (page: Page, fileName: string) =>
  page.getByRole('dialog', { name: `Import events from ${fileName}`, exact: true });

const expectNoViolations = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html).join(' and ')}`)).toEqual([]);
};

test('a table that is dropped is looked at, mapped, and becomes a model that can be replayed from before its first event', async ({
  page,
}) => {
  await openApp(page);
  await dropFile(page, { name: 'orders.csv', text: await eventFile('orders.csv') });
  const look = dialog(page, 'orders.csv');
  await expect(look.getByRole('status')).toHaveText(/^4 events of 3 types in 2 streams, Mar 1, 2024/);
  await expect(look.getByRole('table').first()).toContainText('Order-00017');
  await expectNoViolations(page);

  await look.getByLabel('Category of all streams').fill('Purchase');
  await expect(look.getByRole('table').first()).toContainText('Purchase-00017');
  await look.getByRole('checkbox', { name: 'zip' }).uncheck();
  await expect(look.getByRole('table').nth(1)).not.toContainText('zip');
  await look.getByRole('button', { name: 'Import 4 events' }).click();

  await expect(note(page, 'Domain event', 'Order placed')).toBeVisible();
  await expect(note(page, 'Decider', 'Purchase')).toBeVisible();
  await positionIs(page, 4, 4);
  await page.getByRole('button', { name: 'Go to the start', exact: true }).click();
  await positionIs(page, 0, 4);
  const states = await page.evaluate(() => window.replayground?.stateOf('Purchase-00017'));
  expect(JSON.stringify(states)).not.toContain('00017');
  const { history } = JSON.parse(await savedText(page)) as { history: { events: { metadata: object }[] } };
  expect(history.events[3]?.metadata).toMatchObject({ eventId: 'e-4', recordedAt: '2024-03-02T08:00:00.000Z' });
});

test('JSON Lines become a new run of the open model, by keyboard; the notes for them are one step of undo', async ({
  page,
}) => {
  await openApp(page);
  await newBoard(page);
  await dropFile(page, { name: 'carts.jsonl', text: await eventFile('carts.jsonl') });
  const look = dialog(page, 'carts.jsonl');
  await expect(look.getByRole('button', { name: 'Import 3 events' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(look.getByRole('radio', { name: 'A new model' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(look.getByRole('radio', { name: 'A new run of this model' })).toBeChecked();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await positionIs(page, 3, 3);
  await expect(timeline(page).getByRole('button', { name: 'carts', exact: true })).toBeVisible();
  await expect(note(page, 'Domain event', 'ItemAdded')).toBeVisible();
  const types = () => page.evaluate(async () => (await window.replayground?.events())?.map(({ data }) => data));
  expect(await types()).toMatchObject([{ cartId: 'c-2' }, { cartId: 'c-1' }, { cartId: 'c-1' }]);
  await page.getByRole('banner').getByRole('button', { name: 'Undo: Add notes for carts.jsonl' }).click();
  await expect(page.getByText('An empty wall')).toBeVisible();
  await positionIs(page, 3, 3);
});

test('CloudEvents that are pasted are looked at like a file; what is put away leaves nothing behind', async ({
  page,
}) => {
  await openApp(page);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await paste(page, await eventFile('sensors.cloudevents.json'));
  const look = dialog(page, 'pasted events');
  await expect(look.getByText('1 record could not be read and is left out')).toBeVisible();
  await expect(look.getByText('Record 3 repeats the event of record 2.')).toBeVisible();
  await expect(look.getByRole('table').first()).toContainText('sensors-boiler');
  await look.getByRole('checkbox', { name: /^Leave out “com.example.plant.”/ }).uncheck();
  await expect(look.getByRole('table').first()).toContainText('com.example.plant.sensor-started');
  await page.keyboard.press('Escape');
  await expect(look).toHaveCount(0);
  await positionIs(page, 18, 18);

  for (const { file, reason } of [
    { file: { name: 'broken.csv', text: '' }, reason: 'it is empty' },
    { file: { name: 'large.csv', megabytes: 101 }, reason: 'it has 101 MB, and files of up to 100 MB can be read' },
  ]) {
    await dropFile(page, file);
    const message = page.getByRole('alert').filter({ hasText: reason });
    await expect(message).toContainText(`No events can be read from this file: ${reason}. Nothing was imported.`);
    await message.getByRole('button', { name: 'Dismiss' }).click();
  }
});

test('an import that is stopped leaves nothing behind', async ({ page }) => {
  await openApp(page);
  const stores = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
  const before = await stores();
  // Of a time of its own each, so that there is time to stop.
  const timeOf = (index: number) => new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString();
  const rows = Array.from({ length: 30_000 }, (_, index) => `Counted,n-${index % 50},${timeOf(index)},${index}`);
  await dropFile(page, { name: 'counts.csv', text: ['type,counterId,time,value', ...rows].join('\n') });
  const look = dialog(page, 'counts.csv');
  await look.getByRole('button', { name: 'Import 30,000 events' }).click();
  await look.getByRole('button', { name: 'Stop' }).click();

  await expect(look).toHaveCount(0);
  await expect.poll(stores).toEqual(before);
  await positionIs(page, 18, 18);
});

test('the events that are recorded here are saved as JSON Lines', async ({ page }) => {
  await withoutFilePickers(page);
  await openApp(page);
  await positionIs(page, 18, 18);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save the events as JSON Lines' }).click();
  const file = await download;

  expect(file.suggestedFilename()).toBe('shopping-cart.events.jsonl');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(await page.evaluate(() => window.replayground?.events()));
});
