import { expect, it } from 'vitest';
import { openTab } from './support/openTab.ts';
import { openTillsCode, tillCode, tillModel, tillProgram } from './support/till.ts';

const upcast = { to: 2, formerNames: ['AmountTaken'], rename: { amount: 'paid' }, defaults: { tender: 'cash' } };

/** The same till once its event and the field are called otherwise, and the journal wants to know how was paid. */
const renamed = (code: string): string =>
  code.replaceAll("'AmountTaken'", "'Paid'").replaceAll('event.data.amount', 'event.data.paid');
const today = tillProgram({
  decider: renamed(tillCode).replace("type: 'Paid', data }", "type: 'Paid', data: { ...data, paid: data.amount } }"),
  openTills: renamed(openTillsCode),
  journal: `
export const canHandle = ['Paid'];
export const getDocumentId = () => 'journal';
export const evolve = (document, event) => [...(document ?? []), event.data.tender ?? 'unknown'];
`,
});

it('hands stored events to rules, read models and replay as the present code wants them, and leaves them as written', async () => {
  const before = tillProgram();
  const tab = await openTab();
  const { modelId } = await tab.createModel(tillModel());
  await tab.openModel(modelId);
  await tab.useProgram(before);
  await tab.submitCommand({ type: 'OpenTill', data: { tillId: '1' } });
  await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 5 } });

  const paid = { id: 'paid', type: 'Paid', fields: [], schemaVersion: 2, formerNames: ['AmountTaken'] };
  await tab.useProgram({ ...today, events: [{ ...paid, upcasts: [upcast] }] });
  await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 7 } });
  await tab.settled();

  const shown = async (position: number) => {
    const { states, readModels } = await tab.moment({ position, streams: ['Till-1'] });
    return [states[0]?.after, ...readModels.map(({ documents }) => documents.map(({ document }) => document))];
  };
  expect((await shown(3))[0]).toBe('{"status":"open","total":12}');
  expect(await shown(3)).toContainEqual([expect.objectContaining({ taken: 12, amounts: [5, 7] })]);
  expect(await shown(3)).toContainEqual([['cash', 'unknown']]);
  expect((await shown(2))[0]).toBe('{"status":"open","total":5}');

  // Another default for what was stored: what the first one made is made anew, although no code changed.
  const other = { ...upcast, defaults: { tender: 'card' } };
  await tab.useProgram({ ...today, events: [{ ...paid, upcasts: [other] }] });
  await tab.settled();
  expect(await shown(3)).toContainEqual([['card', 'unknown']]);

  const { history } = await tab.openModel(modelId);
  expect(history.events.map(({ type, data, metadata }) => [type, data, metadata.schemaVersion])).toMatchObject([
    ['TillOpened', {}, 1],
    ['AmountTaken', { tillId: '1', amount: 5 }, 1],
    ['Paid', { paid: 7 }, 2],
  ]);
  await tab.close();
});

/** The event as it is today, with the code of a step. */
const paidBy = (text: string) => ({
  id: 'paid',
  type: 'Paid',
  fields: [],
  schemaVersion: 3,
  formerNames: ['AmountTaken'],
  upcasts: [
    { to: 2, formerNames: ['AmountTaken'], rename: { amount: 'sum' } },
    { to: 3, defaults: { tender: 'cash' }, code: [{ path: 'PaidV3.ts', text }] },
  ],
});

const withStoredAmounts = async () => {
  const tab = await openTab();
  const { modelId } = await tab.createModel(tillModel());
  await tab.openModel(modelId);
  await tab.useProgram(tillProgram());
  await tab.submitCommand({ type: 'OpenTill', data: { tillId: '1' } });
  await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 5 } });
  await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 6 } });
  const shown = async () => {
    await tab.settled();
    const { states, readModels } = await tab.moment({ position: 3, streams: ['Till-1'] });
    return { state: states[0], readModels };
  };
  return { tab, modelId, shown };
};

it('reads stored events through steps of data and of code, in the order of their versions', async () => {
  const { tab, modelId, shown } = await withStoredAmounts();

  const statuses = await tab.useProgram({
    ...today,
    events: [paidBy('export const upcast = ({ sum, ...data }) => ({ ...data, paid: sum * 2 });')],
  });

  expect(statuses).toContainEqual(
    expect.objectContaining({ kind: 'ready', module: expect.objectContaining({ id: 'paid-v3' }) }),
  );
  const { state, readModels } = await shown();
  expect(state?.after).toBe('{"status":"open","total":22}');
  expect(readModels.map(({ documents }) => documents[0]?.document)).toContainEqual(['cash', 'cash']);
  const { history } = await tab.openModel(modelId);
  expect(history.events.map(({ type, data }) => [type, data]).slice(1)).toEqual([
    ['AmountTaken', { tillId: '1', amount: 5 }],
    ['AmountTaken', { tillId: '1', amount: 6 }],
  ]);
  await tab.close();
});

it('fails at the event that an upcaster breaks at, and goes on once it is mended; nothing is lost', async () => {
  const { tab, shown } = await withStoredAmounts();

  await tab.useProgram({
    ...today,
    events: [
      paidBy(
        'export const upcast = ({ sum }) => {\n  if (sum === 6) throw new Error("six");\n  return { paid: sum };\n};',
      ),
    ],
  });

  const sentence = 'The upcaster of Paid from v2 to v3 breaks at line 2: six';
  const { state } = await shown();
  expect(state).toMatchObject({ after: '{"status":"open","total":5}', error: { message: sentence, position: 3 } });
  expect(await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 1 } })).toMatchObject({
    kind: 'failed',
    error: { message: sentence },
  });

  // What worked stays in force while the present code does not compile.
  await tab.useProgram({ ...today, events: [paidBy('export const upcast = (')] });
  expect((await shown()).state).toMatchObject({ error: { message: sentence } });

  await tab.useProgram({ ...today, events: [paidBy('export const upcast = ({ sum }) => ({ paid: sum });')] });
  expect((await shown()).state?.after).toBe('{"status":"open","total":11}');
  await tab.close();
});

it('tries upcasters on all that is recorded, and stores nothing', async () => {
  const { tab, modelId } = await withStoredAmounts();
  const asStored = { ...today, events: [{ ...paidBy(''), upcasts: [] }] };
  const tried = (text: string) => tab.dryRun([asStored, { ...today, events: [paidBy(text)] }]);

  const works = await tried('export const upcast = ({ sum, ...data }) => ({ ...data, paid: sum });');
  const breaks = await tried('export const upcast = () => {\n  throw new Error("never");\n};');

  expect(works.deciders).toEqual([{ deciderId: 'till', streams: 1, changed: ['Till-1'], broken: [] }]);
  expect(works.readModels).toContainEqual(expect.objectContaining({ documents: 1, changed: ['journal'] }));
  // The default of what is stored stands in none that is decided today.
  expect(works.commands).toMatchObject({ decided: 3, differences: 2 });
  expect(breaks.deciders[0]?.broken).toEqual([
    { stream: 'Till-1', message: 'The upcaster of Paid from v2 to v3 breaks at line 2: never' },
  ]);
  expect(breaks.readModels.filter(({ error }) => error?.includes('never'))).not.toEqual([]);
  const { history } = await tab.openModel(modelId);
  expect(history.events.map(({ type }) => type)).toEqual(['TillOpened', 'AmountTaken', 'AmountTaken']);
  await tab.close();
});

it('leaves a dry run that is stopped', async () => {
  const { tab } = await withStoredAmounts();

  const tried = tab.dryRun([today, { ...today, events: [paidBy('export const upcast = (data) => data;')] }]);
  await tab.stopLongWork();

  await expect(tried).rejects.toMatchObject({ name: 'AbortError' });
  await tab.close();
});

it('reads stored events by steps that are not in force, each with what stops it', async () => {
  const { tab, modelId } = await withStoredAmounts();
  const { history } = await tab.openModel(modelId);
  const events = history.events.filter(({ type }) => type === 'AmountTaken');
  const read = (text: string) => tab.readStored({ event: paidBy(text), storeAsJson: true, events });

  expect(
    await read('export const upcast = ({ sum }) => {\n  if (sum > 5) throw new Error("six");\n  return { sum };\n};'),
  ).toEqual([
    { events: [{ type: 'Paid', data: { sum: 5 }, version: 3 }] },
    {
      events: [expect.objectContaining({ version: 2 })],
      error: 'The upcaster of Paid from v2 to v3 breaks at line 2: six',
    },
  ]);
  expect(await read('export const upcast = (')).toEqual([
    {
      events: [expect.objectContaining({ version: 2 })],
      error: expect.stringMatching(/^The upcaster of Paid from v2 to v3 breaks at line 1: /),
    },
    expect.objectContaining({ events: [expect.objectContaining({ version: 2 })] }),
  ]);
  expect((await read('export const upcast = (data) => data;')).map(({ events: [one] }) => one?.version)).toEqual([
    3, 3,
  ]);
  await tab.close();
});

it('reads events that are too much for one answer in several, each as it would be alone', async () => {
  const { tab, modelId } = await withStoredAmounts();
  const { history } = await tab.openModel(modelId);
  const stored = history.events.filter(({ type }) => type === 'AmountTaken');
  const events = Array.from({ length: 20 }, () => stored).flat();
  const code = "export const upcast = ({ sum }) => ({ paid: String(sum).padEnd(900_000, '.') });";

  const read = await tab.readStored({ event: paidBy(code), storeAsJson: true, events });

  expect(read.map(({ error }) => error)).toEqual(events.map(() => undefined));
  expect(read.map(({ events: [one] }) => JSON.stringify(one?.data).slice(0, 11))).toEqual(
    events.map((_, index) => `{"paid":"${index % 2 === 0 ? 5 : 6}.`),
  );
  await tab.close();
});
