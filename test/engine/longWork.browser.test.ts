import { describe, expect, it } from 'vitest';
import { newUuid } from '#engine';
import { emptyBoard } from '#model';
import { type openTab, openTillTab } from './support/openTab.ts';
import { openTill, takeAmount } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openTab>>;

const now = Number.MAX_SAFE_INTEGER;

const openTillWithHistory = async () => {
  const opened = await openTillTab();
  await opened.tab.submitCommand(openTill('1'));
  for (let amount = 1; amount <= 5; amount += 1) await opened.tab.submitCommand(takeAmount('1', amount));
  await opened.tab.settled();
  const { history, runs } = await opened.tab.openModel(opened.modelId);
  return { ...opened, history, runId: runs[0]?.runId ?? '' };
};

const openRuns = async (tab: Tab, runId: string) =>
  (await tab.openRun(runId)).runs.filter(({ deletedAt }) => deletedAt === undefined).map((run) => run.runId);

describe('work that is stopped', () => {
  it('leaves no branch, and the run that is open as it was', async () => {
    const { tab, history, runId } = await openTillWithHistory();

    const branching = tab.branchRun({ position: now, rest: 'left-out' });
    await tab.stopLongWork();

    await expect(branching).rejects.toMatchObject({ name: 'AbortError' });
    expect(await openRuns(tab, runId)).toEqual([runId]);
    expect((await tab.openRun(runId)).history).toEqual(history);
  });

  it('leaves no run of which only some commands were decided', async () => {
    const { tab, runId } = await openTillWithHistory();

    let isOver = false;
    const again = tab.newRun('from-history').finally(() => {
      isOver = true;
    });
    const stopping = async () => {
      while (!isOver) await tab.stopLongWork();
    };

    await Promise.all([expect(again).rejects.toMatchObject({ name: 'AbortError' }), stopping()]);
    expect(await openRuns(tab, runId)).toEqual([runId]);
  });

  it('compares nothing, and is compared when it is asked for again', async () => {
    const { tab, runId } = await openTillWithHistory();
    const sides = [
      { runId, position: 2 },
      { runId, position: now },
    ] as Parameters<Tab['compareMoments']>[0];

    const comparing = tab.compareMoments(sides);
    await tab.stopLongWork();

    await expect(comparing).rejects.toMatchObject({ name: 'AbortError' });
    expect((await tab.compareMoments(sides)).positions).toEqual([2, 6]);
  });

  it('leaves no model of a file, which opens whole when it is stored after all', async () => {
    const { tab, history } = await openTillWithHistory();
    const asJson = (value: unknown) => new Blob([JSON.stringify(value)]);
    const { events, commands } = history;
    const model = {
      parts: asJson({ board: emptyBoard(newUuid(), 'From a file') }),
      history: {
        total: events.length,
        pages: [asJson(events.slice(0, 4)), asJson(events.slice(4))],
        rest: asJson({ commands }),
      },
    };
    const listed = await tab.listModels();

    let isOver = false;
    const storing = tab.createPackedModel({ model }).finally(() => {
      isOver = true;
    });
    const stopping = async () => {
      while (!isOver) await tab.stopLongWork();
    };

    await Promise.all([expect(storing).rejects.toMatchObject({ name: 'AbortError' }), stopping()]);
    expect(await tab.listModels()).toEqual(listed);
    const { modelId, lastFile } = await tab.createPackedModel({ model, fileName: 'till.json' });
    expect(lastFile).toMatchObject({ how: 'opened', fileName: 'till.json' });
    const opened = await tab.openModel(modelId);
    expect(opened.history.events).toEqual(events);
    expect(opened.history.commands).toEqual(commands);
  });
});
