import { describe, expect, it } from 'vitest';
import { openTillTab } from './support/openTab.ts';
import { openTill, openTillsCode, takeAmount, tillCode, tillProgram } from './support/till.ts';

const now = Number.MAX_SAFE_INTEGER;

const openTillWithHistory = async () => {
  const opened = await openTillTab();
  for (const command of [openTill('1'), takeAmount('1', 5), openTill('2'), takeAmount('1', 7)])
    await opened.tab.submitCommand(command);
  await opened.tab.settled();
  const { runs, history } = await opened.tab.openModel(opened.modelId);
  return { ...opened, runId: runs[0]?.runId ?? '', history };
};

const nothing = { counts: [], streams: [], readModels: [] };

describe('comparing', () => {
  it('finds nothing between a moment and itself, and leaves the run as it was', async () => {
    const { tab, modelId, runId, history } = await openTillWithHistory();

    expect(
      await tab.compareMoments([
        { runId, position: now },
        { runId, position: now },
      ]),
    ).toMatchObject(nothing);
    expect((await tab.openModel(modelId)).history).toEqual(history);
  });

  it('tells two moments of a run apart', async () => {
    const { tab, runId } = await openTillWithHistory();

    expect(
      await tab.compareMoments([
        { runId, position: 2 },
        { runId, position: now },
      ]),
    ).toMatchObject({
      positions: [2, 4],
      counts: [
        { type: 'TillOpened', counts: [1, 2] },
        { type: 'AmountTaken', counts: [1, 2] },
      ],
      streams: [
        { stream: 'Till-1', versions: [2, 3], differences: [{ path: 'total', expected: 5, actual: 12 }] },
        { stream: 'Till-2', versions: [0, 1] },
      ],
      streamsLookedAt: 2,
    });
  });

  it('tells a branch from the run that it came from', async () => {
    const { tab, runId } = await openTillWithHistory();
    const { run } = await tab.branchRun({ position: 3, rest: 'left-out' });
    await tab.submitCommand(takeAmount('1', 100));

    const { counts, streams, readModels } = await tab.compareMoments([
      { runId, position: now },
      { runId: run.runId, position: now },
    ]);

    expect(counts).toEqual([]);
    expect(streams).toMatchObject([{ stream: 'Till-1', differences: [{ path: 'total', expected: 12, actual: 105 }] }]);
    expect(readModels.find(({ readModelId }) => readModelId === 'open-tills')?.documents).toMatchObject([
      { documentId: '1', differences: [{ path: 'taken', expected: 12, actual: 105 }, { path: 'amounts[1]' }] },
    ]);
  });

  it('tells two versions of the code apart over the same events, and stores nothing of the other one', async () => {
    const { tab, runId } = await openTillWithHistory();
    const doubled = tillProgram({
      decider: tillCode.replace('state.total + event', 'state.total + 2 * event'),
      openTills: openTillsCode.replace('taken: 0', 'taken: 1000'),
    });

    const { streams, readModels, counts } = await tab.compareMoments([
      { runId, position: now, program: doubled },
      { runId, position: now },
    ]);

    expect(counts).toEqual([]);
    expect(streams).toMatchObject([{ stream: 'Till-1', differences: [{ path: 'total', expected: 24, actual: 12 }] }]);
    expect(readModels).toMatchObject([
      {
        readModelId: 'open-tills',
        documents: [{ documentId: '1', differences: [{ path: 'taken', expected: 1012 }] }, { documentId: '2' }],
      },
    ]);
    expect((await tab.moment({ position: now, streams: ['Till-1'] })).states[0]?.after).toContain('12');
  });

  it('says what broke, and goes on with the rest: code without end, and code that does not compile', async () => {
    const { tab, runId } = await openTillWithHistory();
    const program = tillProgram({
      decider: 'export const decide = (',
      openTills: openTillsCode.replace("case 'AmountTaken':", "case 'AmountTaken': for (;;) {}"),
    });

    const { streams, readModels } = await tab.compareMoments([
      { runId, position: now, program },
      { runId, position: now },
    ]);

    expect(streams.map(({ errors }) => errors)).toEqual([
      [expect.any(String), undefined],
      [expect.any(String), undefined],
    ]);
    expect(readModels.find(({ readModelId }) => readModelId === 'open-tills')?.errors).toEqual([
      expect.any(String),
      undefined,
    ]);
    expect(readModels.find(({ readModelId }) => readModelId === 'journal')).toBeUndefined();
  });

  it('refuses a run that is not there', async () => {
    const { tab, runId } = await openTillWithHistory();

    await expect(
      tab.compareMoments([
        { runId, position: 1 },
        { runId: 'gone', position: 1 },
      ]),
    ).rejects.toThrow('This run is not there any more: it was deleted.');
  });
});
