import { describe, expect, it } from 'vitest';
import type { EngineClient, ImportedCommit } from '#engine';
import { emptyBoard } from '#model';
import { openTab, openTillTab } from './support/openTab.ts';
import { openTill } from './support/till.ts';

const taken = (tillId: string, amount: number, id: string): ImportedCommit['writes'][number] => ({
  stream: `Till-${tillId}`,
  events: [{ type: 'AmountTaken', data: { tillId, amount }, eventId: id, metadata: { correlationId: 'day-1' } }],
});

const importInto = async (tab: EngineClient, commits: ImportedCommit[][]): Promise<string> => {
  const importId = await tab.startImport();
  for (const some of commits) await tab.storeImported({ importId, commits: JSON.stringify(some) });
  return importId;
};

const commits: ImportedCommit[][] = [
  [
    { recordedAt: '2023-01-01T00:00:00.000Z', writes: [taken('a', 1, 'e1'), taken('b', 2, 'e2'), taken('a', 3, 'e3')] },
    { recordedAt: '2023-01-02T00:00:00.000Z', writes: [taken('a', 4, 'e4')] },
  ],
  [{ recordedAt: '2023-01-03T00:00:00.000Z', writes: [taken('b', 5, 'e5')] }],
];

describe('events that were recorded elsewhere', () => {
  it('become a run of the open model, with their ids, times and metadata, beside what is recorded', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('mine'));
    const before = await tab.openModel(modelId);

    const importId = await importInto(tab, commits);
    expect((await tab.openModel(modelId)).runs).toHaveLength(1);
    const finished = await tab.finishImport({ importId, into: { kind: 'open-model', runName: 'till log' } });
    const { run, runs, history } = await tab.openRun(finished.runId);

    expect(finished).toEqual({ modelId, runId: importId });
    expect(run).toMatchObject({ name: 'till log', events: 5 });
    expect(runs).toHaveLength(2);
    expect(history.commands).toEqual([]);
    expect(history.events.map(({ metadata }) => metadata)).toEqual(
      [
        ['e1', 'Till-a', 1, '2023-01-01'],
        ['e2', 'Till-b', 1, '2023-01-01'],
        ['e3', 'Till-a', 2, '2023-01-01'],
        ['e4', 'Till-a', 3, '2023-01-02'],
        ['e5', 'Till-b', 2, '2023-01-03'],
      ].map(([eventId, streamName, streamPosition, day], index) => ({
        eventId,
        streamName,
        streamPosition,
        globalPosition: index + 1,
        recordedAt: `${day}T00:00:00.000Z`,
        schemaVersion: 1,
        correlationId: 'day-1',
      })),
    );
    const { history: mine } = await tab.openRun(before.runs[0]?.runId ?? '');
    expect(mine).toEqual(before.history);
  });

  it('are replayed from before the first one, where nothing is there yet', async () => {
    const { tab } = await openTillTab();
    const importId = await importInto(tab, commits);
    await tab.finishImport({ importId, into: { kind: 'open-model', runName: 'till log' } });
    await tab.openRun(importId);

    const [start, end] = [
      await tab.moment({ position: 0, streams: ['Till-a'] }),
      await tab.moment({ position: 5, streams: ['Till-a'] }),
    ];

    expect(start.states).toMatchObject([{ version: 0, after: '{"status":"new","total":0}' }]);
    expect(start.readModels.map(({ documents }) => documents)).toEqual([[], []]);
    expect(end.states).toMatchObject([{ version: 3, after: '{"status":"new","total":8}' }]);
  });

  it('wake no policy: what happened elsewhere has been answered there', async () => {
    const { tab } = await openTillTab({
      policies: [
        {
          id: 'close-it',
          hears: ['AmountTaken'],
          code: 'export const react = ({ data }) => ({ type: "CloseTill", data: { tillId: data.tillId } });',
        },
      ],
    });
    const importId = await importInto(tab, commits);
    await tab.finishImport({ importId, into: { kind: 'open-model', runName: 'till log' } });
    await tab.openRun(importId);
    await tab.settled();

    const { history } = await tab.openRun(importId);
    expect([history.events.length, history.commands.length]).toEqual([5, 0]);
  });

  it('become the first run of a new model', async () => {
    const tab = await openTab();
    const board = emptyBoard(crypto.randomUUID(), 'Till log');
    const importId = await importInto(tab, commits);
    const { modelId } = await tab.finishImport({ importId, into: { kind: 'new-model', board } });

    const { runs, history } = await tab.openModel(modelId);

    expect(modelId).toBe(board.modelId);
    expect(runs).toMatchObject([{ runId: importId, name: 'Run 1', events: 5, isCurrent: true }]);
    expect(runs[0]).not.toHaveProperty('deletedAt');
    expect(history.events).toHaveLength(5);
  });

  it('leave nothing behind where the import is cancelled', async () => {
    const { tab, modelId } = await openTillTab();
    const importId = await importInto(tab, commits);

    await tab.cancelImport(importId);

    expect((await tab.openModel(modelId)).runs).toHaveLength(1);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`replayground/run/${importId}`);
    await expect(tab.storeImported({ importId, commits: '[]' })).rejects.toThrow('start it again');
  });
});
