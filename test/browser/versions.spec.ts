import type { Page } from '@playwright/test';
import { expect, note, openApp, openInspectorTab, paste, reloadApp, selectNote, test } from './support/journey.ts';
import { openSample } from './support/models.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

const spent = (page: Page) =>
  page.evaluate(async () => {
    await window.replayground?.settled();
    const documents = (await window.replayground?.readModel('ClientSummary')) as { [id: string]: { spent: unknown } };
    return Object.values(documents ?? {}).map((document) => document.spent);
  });

/** The sample with code that calls the total an amount; what is recorded calls it a total. */
const openWithOtherCode = (page: Page) =>
  page.evaluate(async () => {
    const model = (await window.replayground?.model()) as object;
    const text = JSON.stringify(model)
      .replaceAll('total: totalOf(', 'amount: totalOf(')
      .replaceAll('event.data.total', 'event.data.amount');
    await window.replayground?.openModel(text);
  });

const changeFields = async (page: Page, from: string, to: string): Promise<void> => {
  await inspector(page).getByRole('radio', { name: 'Line' }).click();
  const line = inspector(page).getByRole('textbox', { name: 'Fields in one line' });
  await line.fill((await line.inputValue()).replace(from, to));
  await line.press('Enter');
};

const storedEvents = (page: Page) => inspector(page).getByRole('list', { name: 'Stored events, before and after' });

/** Keys of the event that the newest specification expects. */
const wordsOfLastSpecification = (page: Page) =>
  page.evaluate(async () => {
    const model: { specifications?: { then?: { events?: { data: object }[] } }[] } | undefined =
      await window.replayground?.model();
    return Object.keys(model?.specifications?.at(-1)?.then?.events?.[0]?.data ?? {});
  });

test('a field is renamed after events were stored: an upcaster makes them fit, and what is stored stays', async ({
  page,
}) => {
  await openApp(page);
  const before = await spent(page);
  await openWithOtherCode(page);
  await selectNote(page, 'Domain event', 'CartConfirmed');
  await changeFields(page, 'total: number', 'amount: number');
  const misfit = inspector(page).getByText(/^2 stored CartConfirmed events have no `amount`/);
  await expect(misfit).toBeVisible();
  expect(await spent(page)).not.toEqual(before);

  // Its first text is what is most likely meant.
  await inspector(page).getByRole('button', { name: 'By code' }).first().click();
  await expect(inspector(page).getByRole('list', { name: 'Versions of the event' })).toContainText('+ amount, − total');
  await expect(storedEvents(page).getByText('Fits', { exact: true })).toHaveCount(2);
  await expect(note(page, 'Domain event', 'CartConfirmed').getByText(/do not fit/)).toHaveCount(0);
  await expect.poll(() => spent(page)).toEqual(before);

  await inspector(page).getByRole('button', { name: 'Try on the whole log' }).click();
  const tried = inspector(page).getByRole('status', { name: 'Dry run' });
  await expect(tried).toContainText(/ClientSummary \d documents, 2 differ/);
  await expect(tried).toContainText('all end as they did');

  // An upcaster that breaks fails at its event; undo takes it back.
  const code = inspector(page).getByRole('textbox', { name: 'Upcaster of CartConfirmed from v1 to v2' });
  await code.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, 'export const upcast = () => {\n  throw new Error("not today");\n};\n');
  await expect(storedEvents(page).getByText(/breaks at line 2: not today/)).toHaveCount(2);
  await page.getByRole('banner').getByRole('button', { name: 'Undo: Edit an upcaster of CartConfirmed' }).click();
  await expect(storedEvents(page).getByText('Fits', { exact: true })).toHaveCount(2);

  await storedEvents(page)
    .getByRole('button', { name: /^Event/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Step' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Stored as v1, read as v2')).toBeVisible();

  // A specification that is made of it is in today's words.
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('button', { name: 'Make a specification of it' })
    .click();
  await expect.poll(() => wordsOfLastSpecification(page)).toEqual(['cartId', 'clientId', 'amount', 'confirmedAt']);

  // Through a reload and a file, with the events as they were written.
  await page.evaluate(() => window.replayground?.seek(Number.MAX_SAFE_INTEGER));
  await reloadApp(page);
  await expect.poll(() => spent(page)).toEqual(before);
  await page.evaluate(async () => window.replayground?.openModel((await window.replayground.model()) as object));
  await expect.poll(() => spent(page)).toEqual(before);
  await selectNote(page, 'Domain event', 'CartConfirmed');
  await openInspectorTab(page, 'Versions');
  await expect(storedEvents(page).getByText('Fits', { exact: true })).toHaveCount(2);
  const stored = await page.evaluate(async () =>
    ((await window.replayground?.events()) ?? [])
      .filter(({ type }) => type === 'CartConfirmed')
      .map(({ data, metadata }) => [Object.keys(data as object), metadata.schemaVersion]),
  );
  expect(stored).toEqual(Array.from({ length: 2 }, () => [['cartId', 'clientId', 'total', 'confirmedAt'], 1]));
});

test('an upcaster reads one stored event as none and another as two: the timeline keeps both, and says so', async ({
  page,
}) => {
  await openApp(page);
  const confirmed = await page.evaluate(async () =>
    ((await window.replayground?.events()) ?? [])
      .filter(({ type }) => type === 'CartConfirmed')
      .map(({ metadata }) => metadata.globalPosition),
  );
  const before = await spent(page);
  await selectNote(page, 'Domain event', 'CartConfirmed');
  await changeFields(page, 'total: number', 'total: number, note?: text');
  await openInspectorTab(page, 'Versions');
  await inspector(page).getByRole('button', { name: 'Write code for v1 → v2' }).click();
  await expect(storedEvents(page).getByText('Fits', { exact: true })).toHaveCount(2);

  const code = inspector(page).getByRole('textbox', { name: 'Upcaster of CartConfirmed from v1 to v2' });
  await code.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(
    page,
    `import type { CartConfirmedV1, ReadAs, StoredMetadata } from '#model';
export const upcast = (data: CartConfirmedV1, { globalPosition }: StoredMetadata): ReadAs =>
  globalPosition === ${confirmed[0]}
    ? null
    : [1, 2].map((part) => ({ type: 'CartConfirmed', data: { ...data, total: data.total / 2, note: String(part) } }));
`,
  );
  await expect(storedEvents(page).getByText('Stored as v1, read as no event')).toBeVisible();
  await expect(storedEvents(page).getByText('Stored as v1, read as 2 events')).toBeVisible();
  await expect(storedEvents(page).getByText('Fits', { exact: true })).toHaveCount(1);
  await expect.poll(() => spent(page)).not.toEqual(before);

  await inspector(page).getByRole('button', { name: 'Try on the whole log' }).click();
  await expect(inspector(page).getByRole('status', { name: 'Dry run' })).toContainText(
    '1 stored event is read as none, 1 stored event is read as several',
  );

  // One step each, at its place; the count is that of what is stored.
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const stored = await page.evaluate(async () => (await window.replayground?.events())?.length);
  for (const [index, words] of ['read as no event', 'read as 2 events'].entries()) {
    await page.evaluate((position) => window.replayground?.seek(position), confirmed[index] ?? 0);
    await page.getByRole('tab', { name: 'Step' }).click();
    await expect(timeline.getByText(`Stored as v1, ${words}`)).toBeVisible();
  }
  await page.evaluate(() => window.replayground?.seek(Number.MAX_SAFE_INTEGER));
  expect(await page.evaluate(async () => (await window.replayground?.events())?.length)).toBe(stored);
});

test('a dry run shows its answer under many stored events, and which commands would end differently', async ({
  page,
}) => {
  await openApp(page);
  await openSample(page, 'Cash register shift', 24);
  await selectNote(page, 'Domain event', 'SaleRungUp');
  await changeFields(page, 'amount: number', 'taxRate: number, amount: number');
  await openInspectorTab(page, 'Versions');
  await expect(storedEvents(page).getByText('Does not fit')).toHaveCount(12);
  await inspector(page).getByRole('button', { name: 'Write code for v1 → v2' }).click();
  await expect(storedEvents(page).getByText('Fits', { exact: true })).toHaveCount(12);

  await inspector(page).getByRole('button', { name: 'Try on the whole log' }).click();
  const commands = inspector(page).getByText('26 recorded commands: 12 would end differently');
  await expect(commands).toBeInViewport();
  await commands.getByRole('button', { name: 'Show them' }).click();

  const pane = page.getByRole('region', { name: 'Recorded commands on the present code' });
  await expect(pane.getByRole('status')).toHaveText('12 of 26 recorded commands would end differently.');
  const first = pane.getByRole('list', { name: 'Would end differently' }).getByRole('listitem').first();
  await expect(first).toContainText('taxRate 0');
});
