import type { Page } from '@playwright/test';
import { bigModel } from '../bench/bigModel.mjs';
import { dropFile } from './support/files.ts';
import { expect, newBoard, note, openApp, positionIs, test } from './support/journey.ts';
import { veryLongModel } from './support/longModel.ts';

const length = 6_000;

/** Remembers the longest text that the screen's thread reads, writes or sends to another thread, in characters. */
const watchTexts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { parse, stringify } = JSON;
    const { postMessage } = MessagePort.prototype;
    const seen = { longest: 0 };
    const see = (text: string | undefined): void => {
      seen.longest = Math.max(seen.longest, text?.length ?? 0);
    };
    Object.assign(window, { seen });
    JSON.parse = (text, reviver) => {
      see(text);
      return parse(text, reviver);
    };
    JSON.stringify = (...given: unknown[]) => {
      const text = stringify(...(given as Parameters<typeof stringify>));
      see(text);
      return text;
    };
    const { text: textOf } = Blob.prototype;
    Blob.prototype.text = async function () {
      const text = await textOf.call(this);
      see(text);
      return text;
    };
    MessagePort.prototype.postMessage = function (message: unknown, given?: unknown) {
      see(stringify(message));
      postMessage.call(this, message, given as StructuredSerializeOptions);
    };
  });

const longestText = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);

const forgetTexts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { seen: { longest: number } }).seen.longest = 0;
  });

const readers = (page: Page): number =>
  page.workers().filter((worker) => worker.url().includes('readingWorker')).length;

const preview = (page: Page) => page.getByRole('dialog', { name: 'Open “Long cart”?' });
const isBeingRead = (page: Page) => page.getByRole('dialog', { name: 'Reading long.json' });

/** The text of a model with so long a history. */
const longText = async (page: Page): Promise<string> =>
  JSON.stringify({ ...(await veryLongModel(page, length, 1)), modelId: 'long-cart', name: 'Long cart' });

/** What the worker that reads files does instead. */
const readBy = async (page: Page, script: string): Promise<void> => {
  await page.route('**/readingWorker*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
};

test('a large file is read and stored by other threads than the screen’s, and what was read goes with its preview', async ({
  page,
}) => {
  await watchTexts(page);
  await openApp(page);
  const text = await longText(page);
  expect(text.length).toBeGreaterThan(2_000_000);
  await forgetTexts(page);

  await dropFile(page, { name: 'long.json', text });
  await expect(preview(page)).toContainText(`${length} events`);
  expect(readers(page)).toBe(1);
  await preview(page).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => readers(page)).toBe(0);

  await dropFile(page, { name: 'long.json', text });
  await preview(page).getByRole('button', { name: 'Open as new' }).click();
  await positionIs(page, length, length);
  expect(readers(page)).toBe(0);
  // The timeline reads the history by pages.
  expect(await longestText(page)).toBeLessThan(text.length / 3);
});

test('a file that takes its time is told of, and need not be waited for', async ({ page }) => {
  await openApp(page);
  const text = await longText(page);
  await readBy(page, '');

  await dropFile(page, { name: 'long.json', text });
  await expect(isBeingRead(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(isBeingRead(page)).toHaveCount(0);
  await expect.poll(() => readers(page)).toBe(0);
  await expect(note(page, 'Decider', 'ShoppingCart')).toBeVisible();

  await page.clock.install();
  await dropFile(page, { name: 'long.json', text });
  await page.clock.fastForward('00:01');
  await expect(isBeingRead(page)).toBeVisible();
  await page.clock.fastForward('03:00');
  await expect(page.getByRole('alert')).toContainText('did not come to an end, and was stopped. Your open model is');
  await expect(isBeingRead(page)).toHaveCount(0);
  expect(readers(page)).toBe(0);
});

test('where reading breaks down it is said, and the open model stays', async ({ page }) => {
  await openApp(page);
  const text = await longText(page);
  await readBy(page, 'onmessage = () => { throw new RangeError("Out of memory"); };');

  await dropFile(page, { name: 'long.json', text });
  await expect(page.getByRole('alert')).toContainText(
    'Reading this file broke off: it takes more memory than there is',
  );
  await expect(note(page, 'Decider', 'ShoppingCart')).toBeVisible();
  await positionIs(page, 18, 18);

  await page.unroute('**/readingWorker*.js');
  await dropFile(page, { name: 'long.json', text });
  await expect(preview(page)).toContainText(`${length} events`);
});

test('a link with a large model is made by another thread', async ({ page }) => {
  await watchTexts(page);
  await openApp(page);
  const text = await longText(page);
  await page.evaluate((model) => window.replayground?.openModel(model), text);
  await positionIs(page, length, length);
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('A link', { exact: true }).click();
  await forgetTexts(page);

  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog).toContainText(/The link has [\d,]+ characters\./);

  expect(await longestText(page)).toBeLessThan(text.length / 3);
  expect(page.workers().filter((worker) => worker.url().includes('linkWorker'))).toEqual([]);
});

test('a link that does not come to an end is given up, and can be tried again', async ({ page }) => {
  await openApp(page);
  await page.route('**/linkWorker*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('A link', { exact: true }).click();

  const worker = page.waitForEvent('worker', (started) => started.url().includes('linkWorker'));
  await page.clock.install();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await worker;
  await page.clock.fastForward('01:00');
  await expect(page.getByText('Making this link did not come to an end')).toBeAttached();

  await page.unroute('**/linkWorker*.js');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog).toContainText(/The link has [\d,]+ characters\./);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toContainText('Making this link did not come to an end');
});

/** So many notes that they are read by a worker, copied; and an empty wall that has the focus. */
const copyManyNotes = async (page: Page): Promise<void> => {
  await openApp(page);
  await page.evaluate((text) => window.replayground?.openModel(text), JSON.stringify(bigModel(300)));
  await expect(page.locator('.react-flow__node')).toHaveCount(300);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await newBoard(page);
  await page.getByRole('main', { name: 'Wall' }).focus();
};

const notesOnWall = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => ((await window.replayground?.model()) as { notes: object[] } | undefined)?.notes.length);

test('many notes out of the clipboard are read by another thread, and all of them come onto the wall', async ({
  page,
}) => {
  await copyManyNotes(page);

  const reader = page.waitForEvent('worker', (worker) => worker.url().includes('readingWorker'));
  await page.keyboard.press('ControlOrMeta+v');
  await reader;

  await expect.poll(() => notesOnWall(page)).toBe(300);
  await expect.poll(() => readers(page)).toBe(0);
});

test('where reading notes out of the clipboard breaks down nothing is pasted, and it can be tried again', async ({
  page,
}) => {
  await copyManyNotes(page);
  await readBy(page, 'onmessage = () => { throw new RangeError("Out of memory"); };');

  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('alert')).toContainText('Reading the notes broke off');
  expect(await notesOnWall(page)).toBe(0);

  await page.unroute('**/readingWorker*.js');
  await page.getByRole('alert').getByRole('button', { name: 'Paste again' }).click();
  await expect.poll(() => notesOnWall(page)).toBe(300);
});

test('what is still being read when another model is opened is not pasted there, unless one says so', async ({
  page,
}) => {
  await copyManyNotes(page);
  let goOn = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/readingWorker*.js', async (route) => {
    await opened;
    await route.continue();
  });
  await page.keyboard.press('ControlOrMeta+v');
  await newBoard(page);
  goOn();

  const said = page.getByRole('status').filter({ hasText: 'Another model was opened' });
  await expect(said).toContainText('nothing was pasted');
  expect(await notesOnWall(page)).toBe(0);

  await said.getByRole('button', { name: 'Paste here' }).click();
  await expect.poll(() => notesOnWall(page)).toBe(300);
});
