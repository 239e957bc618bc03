import { describe, expect, it } from 'vitest';
import type { EngineNotice, RecordedHistory } from '#engine';
import { documentsAt, openSecondTab, type openTab, openTillTab } from './support/openTab.ts';
import { openTill, takeAmount, tillCode, tillProgram } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openTab>>;

/** Three events of one till, a refusal between the last two. */
const openTillWithHistory = async (options?: Parameters<typeof openTillTab>[0]) => {
  const opened = await openTillTab(options);
  await opened.tab.submitCommand(openTill('1'));
  await opened.tab.submitCommand(takeAmount('1', 5));
  await opened.tab.submitCommand(openTill('1'));
  await opened.tab.submitCommand(takeAmount('1', 7));
  await opened.tab.settled();
  const { history, runs } = await opened.tab.openModel(opened.modelId);
  return { ...opened, history, parentId: runs[0]?.runId ?? '' };
};

const historyOf = async (tab: Tab, runId: string): Promise<RecordedHistory> => (await tab.openRun(runId)).history;
const taken = async (tab: Tab, position: number) =>
  (await documentsAt(tab, position))['open-tills']?.map(({ document }) => document);

describe('a branch', () => {
  it('equals the run that it came from up to its position, and leaves that one as it was', async () => {
    const { tab, history, parentId } = await openTillWithHistory();

    const { run, history: branched } = await tab.branchRun({ position: 2, rest: 'left-out' });

    expect(run).toMatchObject({
      name: 'What if 1',
      isCurrent: true,
      events: 2,
      parent: { runId: parentId, position: 2 },
    });
    expect(branched).toEqual({ events: history.events.slice(0, 2), commands: history.commands.slice(0, 2) });
    await tab.settled();
    expect(await taken(tab, 2)).toMatchObject([{ taken: 5 }]);
    expect((await documentsAt(tab, 2)).journal).toMatchObject([{ document: { lines: [{}, {}] } }]);

    await tab.submitCommand(takeAmount('1', 100));
    expect(await taken(tab, 3)).toMatchObject([{ taken: 105 }]);
    expect(await historyOf(tab, parentId)).toEqual(history);
    expect(await taken(tab, 3)).toMatchObject([{ taken: 12 }]);
  });

  it('can be branched again, and outlives the run that it came from', async () => {
    const { tab, modelId, parentId } = await openTillWithHistory();
    const first = await tab.branchRun({ position: 2, rest: 'left-out' });

    const second = await tab.branchRun({ position: 1, rest: 'left-out' });
    await tab.deleteRun(parentId);

    expect(second.run).toMatchObject({ name: 'What if 2', parent: { runId: first.run.runId, position: 1 } });
    const reopened = await openSecondTab(modelId);
    expect((await reopened.openModel(modelId)).history.events).toMatchObject([{ type: 'TillOpened' }]);
    expect((await historyOf(reopened, first.run.runId)).events).toHaveLength(2);
  });

  it('is no news to policies: they react to what comes after it alone', async () => {
    const policy = {
      id: 'again',
      hears: ['AmountTaken'],
      code: `export const react = (event) => event.data.amount > 5 ? [] : { type: 'TakeAmount', data: { tillId: '1', amount: event.data.amount + 1 } };`,
    };
    const { tab, history } = await openTillWithHistory({ policies: [policy] });

    const { run, history: branched } = await tab.branchRun({ position: 2, rest: 'left-out' });
    await tab.settled();
    await tab.submitCommand(takeAmount('1', 5));
    await tab.settled();

    expect(history.events.length).toBeGreaterThan(3);
    expect(branched.events).toHaveLength(2);
    const now = await historyOf(tab, run.runId);
    expect(now.events.map(({ data }) => (data as { amount?: number }).amount)).toEqual([undefined, 5, 5, 6]);
  });

  it('is followed by other tabs', async () => {
    const { tab, modelId } = await openTillWithHistory();
    const other = await openSecondTab(modelId);
    const switched = new Promise<EngineNotice>((resolve) => {
      other.onNotice((notice) => notice.kind === 'run-switched' && resolve(notice));
    });

    const { run } = await tab.branchRun({ position: 2, rest: 'left-out' });

    expect(await switched).toEqual({ kind: 'run-switched', runId: run.runId });
    expect((await other.openRun(run.runId)).history.events).toHaveLength(2);
    await Promise.all([tab.submitCommand(takeAmount('1', 1)), other.submitCommand(takeAmount('1', 2))]);
    await other.settled();
    expect((await historyOf(tab, run.runId)).events.length).toBeGreaterThan(2);
  });

  it('keeps its name, its pins and that it was adopted', async () => {
    const { tab, modelId } = await openTillWithHistory();
    const { run } = await tab.branchRun({ position: 2, rest: 'left-out' });

    await tab.renameRun({ runId: run.runId, name: ' Higher limit ' });
    await tab.pinMoments({ runId: run.runId, pins: { a: 1 } });
    await tab.adoptRun(run.runId);

    const { runs } = await (await openSecondTab(modelId)).openModel(modelId);
    expect(runs).toMatchObject([
      { name: 'Run 1', isCurrent: false },
      { name: 'Higher limit', isCurrent: true, pins: { a: 1 } },
    ]);
    expect(runs[1]?.adoptedAt).toMatch(/^20/);
    await expect(tab.renameRun({ runId: run.runId, name: ' ' })).rejects.toThrow('A run needs a name.');
  });
});

describe('an edit of the past on a branch', () => {
  it('drops, changes and inserts events; those after it are taken over', async () => {
    const { tab, history, parentId } = await openTillWithHistory();

    await tab.branchRun({ position: 0, edit: { kind: 'drop', position: 2 }, rest: 'as-recorded' });
    expect(await taken(tab, 2)).toMatchObject([{ taken: 7 }]);

    await tab.openRun(parentId);
    const data = { tillId: '1', amount: 50 };
    await tab.branchRun({ position: 0, edit: { kind: 'change', position: 2, data }, rest: 'as-recorded' });
    expect(await taken(tab, 3)).toMatchObject([{ taken: 57 }]);

    await tab.openRun(parentId);
    const event = { type: 'AmountTaken', data: { tillId: '1', amount: 1 }, stream: 'Till-1', schemaVersion: 1 };
    const { history: longer } = await tab.branchRun({
      position: 0,
      edit: { kind: 'insert', after: 2, event },
      rest: 'as-recorded',
    });
    expect(longer.events.map(({ metadata }) => metadata.streamPosition)).toEqual([1, 2, 3, 4]);
    expect(await taken(tab, 4)).toMatchObject([{ taken: 13 }]);
    expect(await historyOf(tab, parentId)).toEqual(history);
  });

  it('can have the commands after it decided anew by the code in force', async () => {
    const { tab, history } = await openTillWithHistory();
    const doubled = tillCode.replace(
      "return { type: 'AmountTaken', data };",
      "return { type: 'AmountTaken', data: { ...data, amount: 2 * data.amount } };",
    );
    await tab.useProgram(tillProgram({ decider: doubled }));

    const { history: again } = await tab.branchRun({ position: 1, rest: 'sent-again' });

    expect(await taken(tab, 3)).toMatchObject([{ taken: 24 }]);
    expect(again.commands.map(({ commandId, outcome }) => [commandId, outcome.kind])).toEqual(
      history.commands.map(({ commandId, outcome }) => [commandId, outcome.kind]),
    );
    expect(again.events.map(({ metadata }) => metadata.recordedAt)).toEqual(
      history.events.map(({ metadata }) => metadata.recordedAt),
    );
  });

  it('can have a clock of its own, which it keeps', async () => {
    const { tab, modelId } = await openTillWithHistory();

    await tab.branchRun({ position: 2, rest: 'left-out', startsAt: '2027-01-01T00:00:00Z' });
    await tab.submitCommand(takeAmount('1', 1));
    const other = await openSecondTab(modelId);
    await other.submitCommand(takeAmount('1', 1));

    const { history } = await other.openModel(modelId);
    expect(history.events.slice(2).map(({ metadata }) => metadata.recordedAt)).toEqual([
      '2027-01-01T00:00:00.000Z',
      '2027-01-01T00:01:00.000Z',
    ]);
    await expect(tab.branchRun({ position: 2, rest: 'left-out', startsAt: 'soon' })).rejects.toThrow('ISO 8601');
  });
});
