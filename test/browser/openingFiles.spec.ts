import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addByKey } from './support/drawing.ts';
import { dropFile, dropFiles, savedText } from './support/files.ts';
import {
  expect,
  note,
  openApp,
  positionIs,
  runNote,
  sendByEnter,
  test,
  withoutFilePickers,
} from './support/journey.ts';
import { showModels } from './support/models.ts';

const preview = (page: Page) => page.getByRole('dialog', { name: /^Open “/ });
const differences = (page: Page) => page.getByRole('list', { name: 'Differences' });

/** A file of the open model in which a note, a name, code and events are others. */
const changedFile = async (page: Page): Promise<string> => {
  const model = JSON.parse(await savedText(page));
  const [cart] = model.definitions.filter(({ kind }: { kind: string }) => kind === 'decider');
  cart.code[0].text = `// From the file\n${cart.code[0].text}`;
  model.name = 'Cart of the team';
  model.stickers = { set: 'round' };
  model.definitions.push({ id: 'why', kind: 'hotspot', name: 'Who may cancel?' });
  model.notes.push({ id: 'why-1', definitionId: 'why', x: 0, y: -200 });
  model.history.events = model.history.events.slice(0, 5);
  model.history.commands = model.history.commands.filter(
    ({ afterPosition }: { afterPosition: number }) => afterPosition < 5,
  );
  return JSON.stringify(model);
};

const sinceFile = async (page: Page) => {
  await page.keyboard.press('ControlOrMeta+Shift+e');
  return page.getByRole('dialog', { name: 'Share' });
};

test('a file of a model that is here replaces it when asked to, with its events in a run of their own, and undo brings all back', async ({
  page,
}) => {
  await openApp(page);
  const before = JSON.parse(await savedText(page));
  await dropFile(page, { name: 'team.json', text: await changedFile(page) });
  await expect(preview(page)).toContainText('This file is one of Shopping cart, which is here already.');

  await preview(page).getByRole('button', { name: 'Replace Shopping cart' }).click();
  await expect(note(page, 'Hotspot', 'Who may cancel\\?')).toBeVisible();
  await positionIs(page, 5, 5);
  await expect(page.getByRole('button', { name: 'Cart of the team' })).toBeVisible();
  expect(JSON.parse(await savedText(page)).stickers).toEqual({ set: 'round' });
  await expect(await sinceFile(page)).toContainText('Nothing has changed since it was opened from team.json on ');
  await page.keyboard.press('Escape');

  const said = page.getByRole('status').filter({ hasText: 'The model is what team.json says.' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await positionIs(page, 18, 18);
  await expect(note(page, 'Hotspot', 'Who may cancel\\?')).toHaveCount(0);
  expect(JSON.parse(await savedText(page))).toEqual(before);
});

test('of several files that are dropped at once one is looked at, and it is said which', async ({ page }) => {
  await openApp(page);
  const text = await savedText(page);
  await dropFiles(page, [
    { name: 'one.json', text },
    { name: 'two.json', text },
    { name: 'three.json', text },
  ]);

  await expect(preview(page)).toContainText('this is one.json. The other 2 were left alone.');
});

test('a file without events replaces the wall alone, and says so', async ({ page }) => {
  await openApp(page);
  const model = { ...JSON.parse(await changedFile(page)), history: undefined };
  await dropFile(page, { name: 'wall.json', text: JSON.stringify(model) });
  await preview(page).getByRole('button', { name: 'Replace Shopping cart' }).click();

  await expect(
    page.getByText('The model is what wall.json says. What is recorded stays as it is.', { exact: true }),
  ).toBeVisible();
  await positionIs(page, 18, 18);
});

test('what a file says otherwise is shown on the wall, and taken over one by one', async ({ page }) => {
  await openApp(page);
  const text = await changedFile(page);
  await dropFile(page, { name: 'team.json', text });
  await preview(page).getByRole('button', { name: 'Show differences' }).click();

  const view = page.getByRole('main', { name: 'What the file says otherwise' });
  await expect(view.getByRole('status').first()).toHaveText('3 differences between Shopping cart and team.json.');
  await expect(differences(page).getByRole('listitem')).toHaveText([
    /Who may cancel\?: added/,
    /ShoppingCart: code changed/,
    /the model’s new name/,
  ]);
  await view.getByRole('button', { name: 'Take over: Who may cancel?: added' }).click();
  await view.getByRole('button', { name: 'Take over: ShoppingCart: code changed' }).click();
  await expect(view.getByRole('status').first()).toHaveText('1 difference between Shopping cart and team.json.');

  await page.keyboard.press('Escape');
  await expect(note(page, 'Hotspot', 'Who may cancel\\?')).toBeVisible();
  await positionIs(page, 18, 18);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note(page, 'Hotspot', 'Who may cancel\\?')).toHaveCount(0);
});

test('what has changed since a model was saved to a file is told, in the list and where it is saved', async ({
  page,
}) => {
  await withoutFilePickers(page);
  await openApp(page);
  const download = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  await download;
  await expect(page.getByText('Saved Shopping cart to a file.')).toBeVisible();
  await addByKey(page, 'Domain event', 'PaymentMissed');
  await runNote(page, 'AddProductItem');
  await sendByEnter(page, /ProductItemAdded appended/);

  const share = await sinceFile(page);
  await expect(share).toContainText(/1 change and 1 event since it was saved to shopping-cart\.replayground\.json on /);
  await share.getByText('What has changed').click();
  await expect(share.getByText('PaymentMissed: added')).toBeVisible();
  await page.keyboard.press('Escape');

  await showModels(page);
  const card = page.getByRole('listitem').filter({ hasText: 'Shopping cart' }).first();
  await expect(card).toContainText('1 change and 1 event since it was saved to a file.');
  await expect(page.getByText(/This browser has not promised to keep/)).toBeVisible();
});

/** Holds the board's store, so that what is edited waits for it. */
const holdStore = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const { name = '' } = databases.find((one) => one.name?.endsWith('/board')) ?? {};
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const [first = ''] = database.objectStoreNames;
    const store = database.transaction([...database.objectStoreNames], 'readwrite').objectStore(first);
    const hold = () => store.count().addEventListener('success', hold);
    hold();
  });

test('an edit that was on its way to the store when the tab was killed is there again', async ({ page, context }) => {
  await openApp(page);
  await holdStore(page);
  await addByKey(page, 'Domain event', 'PaymentMissed');
  await expect(page.getByText('Saving')).toBeVisible();
  const killed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await killed;

  const next = await context.newPage();
  await openApp(next);
  await expect(note(next, 'Domain event', 'PaymentMissed')).toBeVisible();
  await expect(next.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('markup in every text of a file stays text, and code that loops at once hinders nobody', async ({ page }) => {
  await openApp(page);
  const before = JSON.parse(await savedText(page));
  const text = await readFile(new URL('../files/hostile/markup-everywhere.json', import.meta.url), 'utf8');

  await dropFile(page, { name: 'gift\u202Enosj.json', text });
  await expect(preview(page)).toContainText('gift⟨U+202E⟩nosj.json');
  await expect(preview(page)).toContainText('It runs only in the sandbox');
  await page.getByRole('button', { name: 'Open as new' }).click();
  await positionIs(page, 1, 1);
  await page.getByRole('alert').first().waitFor();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.keyboard.press('Escape');

  expect(await page.locator('a[href^="javascript"], img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await showModels(page);
  await expect(page.getByRole('button', { name: /^Open <img/ })).toBeVisible();
  await page.getByRole('button', { name: 'Open Shopping cart', exact: true }).click();
  await positionIs(page, 18, 18);
  expect(JSON.parse(await savedText(page))).toEqual(before);
});
