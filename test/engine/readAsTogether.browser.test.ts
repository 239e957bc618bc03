import { describe, expect, it } from 'vitest';
import type { FaultPlan, Program } from '#model';
import { readInHeaps } from './support/heaps.ts';
import { documentsAt, openTillTab } from './support/openTab.ts';
import { openTestRun } from './support/openTestRun.ts';
import { openTill, takeAmount, tillProgram } from './support/till.ts';

/** Keeps the amounts that it was handed, a document for each till and one for all. */
const heard = `
export const canHandle = ['AmountTaken'];
export const getDocumentId = (event) => [event.metadata.streamName, 'all'];
export const evolve = (document, event) => [...(document ?? []), event.data.amount];
`;

/** The same, however often it comes. */
const known = heard.replace(
  '[...(document ?? []), event.data.amount]',
  '[...new Set([...(document ?? []), event.data.amount])]',
);

const readModel = (id: string, text: string): Program['readModels'][number] => ({
  id,
  name: id,
  lifecycle: 'async',
  code: [{ path: 'index.ts', text }],
});

const amounts = [
  ['Till-1', 0],
  ['Till-2', 300],
  ['Till-1', 7],
  ['Till-1', 150],
  ['Till-2', 0],
  ['Till-2', 9],
] as const;

/** Amounts that are stored in version 1, and two read models that have not been handed any. */
const openRun = async () => {
  const run = await openTestRun();
  const { session, store } = run;
  await session.useProgram({
    ...readInHeaps(tillProgram()),
    readModels: [readModel('heard', heard), readModel('known', known)],
  });
  for (const [stream, amount] of amounts)
    await store.append({ writes: [{ stream, events: [{ type: 'AmountTaken', data: { amount } }] }] });
  const documents = async (id: string) => {
    const { readModels } = await session.moment({ position: amounts.length, streams: [] });
    const found = readModels.find(({ moduleId }) => moduleId === id)?.documents ?? [];
    return Object.fromEntries(found.map(({ documentId, document }) => [documentId, document]));
  };
  return { ...run, documents };
};

const all = { all: [100, 200, 7, 100, 50, 9], 'Till-1': [7, 100, 50], 'Till-2': [100, 200, 9] };

describe('what a stored event is read as', () => {
  it.each(['stream', 'document'] as const)('comes once and in order where the work is shared out by %s', async (by) => {
    const { session, takeTurn, documents } = await openRun();

    await session.control('heard', { kind: 'share-out', count: 2, by });
    await takeTurn();

    const { all: ofAll, ...ofTills } = all;
    expect(await documents('heard')).toMatchObject(ofTills);
    expect(((await documents('heard')).all as number[]).toSorted()).toEqual(ofAll.toSorted());
  });

  it('comes again as a whole from a worker that died, and has the effect of one delivery where that is kept apart', async () => {
    const { session, takeTurn, documents } = await openRun();
    await session.control('known', { kind: 'follow', pace: { kind: 'paused' } });
    await session.control('known', { kind: 'share-out', count: 2, by: 'stream' });

    for (const worker of [1, 2]) await session.control('known', { kind: 'kill-worker', worker });
    for (const worker of [1, 2]) await session.control('known', { kind: 'revive-worker', worker });
    await session.control('known', { kind: 'follow', pace: { kind: 'full' } });
    await takeTurn();

    expect(await documents('known')).toMatchObject({ 'Till-1': [7, 100, 50], 'Till-2': [100, 200, 9] });
  });

  it('is handed over together by the fault desk, as often as the stored event is', async () => {
    const { session, takeTurn, documents } = await openRun();
    const plan: FaultPlan = { seed: 4, kinds: ['duplicate'], oneIn: 1, isWithinStreams: false };

    await session.control('heard', { kind: 'inject-faults', plan });
    await takeTurn();

    expect((await documents('heard'))['Till-2']).toEqual([100, 200, 100, 200, 9, 9]);
  });

  it('is the same in an archived stream and in a branch, which holds what is stored', async () => {
    const { tab } = await openTillTab();
    for (const command of [openTill('1'), takeAmount('1', 0), takeAmount('1', 300), takeAmount('1', 7)])
      await tab.submitCommand(command);
    await tab.useProgram(readInHeaps(tillProgram()));
    await tab.settled();
    const expected = { documentId: '1', document: expect.objectContaining({ taken: 307, amounts: [100, 200, 7] }) };
    expect((await documentsAt(tab, 4))['open-tills']).toEqual([expected]);

    await tab.archiveStream('Till-1');
    expect((await documentsAt(tab, 4))['open-tills']).toEqual([expected]);
    await tab.unarchiveStream('Till-1');

    const { history } = await tab.branchRun({ position: 3, rest: 'left-out' });
    await tab.useProgram(readInHeaps(tillProgram()));
    await tab.settled();
    expect(history.events.map(({ type, data, metadata }) => [type, data, metadata.schemaVersion]).slice(1)).toEqual([
      ['AmountTaken', { tillId: '1', amount: 0 }, 1],
      ['AmountTaken', { tillId: '1', amount: 300 }, 1],
    ]);
    expect(
      history.events.flatMap(({ metadata }) => Object.keys(metadata)).filter((key) => key.startsWith('#')),
    ).toEqual([]);
    expect((await documentsAt(tab, 3))['open-tills']).toEqual([
      { documentId: '1', document: expect.objectContaining({ taken: 300, amounts: [100, 200] }) },
    ]);
    expect(await tab.submitCommand(takeAmount('1', 5))).toMatchObject({ kind: 'appended', version: 4 });
  });
});
