import { describe, expect, it, onTestFinished } from 'vitest';
import type { EngineNotice } from '#engine';
import { documentsAt, openSecondTab, openTillTab } from './support/openTab.ts';
import { openTill, openTillsCode, takeAmount, tillModel, tillProgram } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openSecondTab>>;

/** Resolves with the first notice, come or to come, that fits. */
const noticed = (tab: Tab, fits: (notice: EngineNotice) => boolean): Promise<EngineNotice> =>
  new Promise((resolve) => {
    const known = tab.notices.find(fits);
    if (known) resolve(known);
    else tab.onNotice((notice) => fits(notice) && resolve(notice));
  });

const addedNote = (number: number) => ({
  type: 'ModelNamed' as const,
  data: { from: `${number}`, to: `${number + 1}` },
  metadata: { gesture: { id: `gesture-${number}`, label: 'Rename', tab: 'a' } },
});

/** As it is read again: with the time at which it was stored. */
const storedNote = (number: number) => {
  const { gesture } = addedNote(number).metadata;
  return { ...addedNote(number), metadata: { gesture: { ...gesture, at: expect.stringMatching(/^20.+Z$/) } } };
};

describe('two tabs on one model', () => {
  it('both append, and the history is one', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);
    await one.submitCommand(openTill('1'));
    await other.submitCommand(openTill('2'));

    const send = (tab: Tab, tillId: string) =>
      Array.from({ length: 10 }, (_, index) => tab.submitCommand(takeAmount(tillId, index + 1)));
    const outcomes = await Promise.all([...send(one, '1'), ...send(other, '2')]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'appended'));
    const { history } = await other.openModel(modelId);
    expect(history.events.map(({ metadata }) => metadata.globalPosition)).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    const documents = (await documentsAt(one, 22))['open-tills'];
    expect(documents?.map(({ document }) => (document as { taken: number }).taken)).toEqual([55, 55]);
    expect((await documentsAt(other, 22))['open-tills']).toEqual(documents);
  });

  it('lose no command when they race on one stream: each is stored or told of the conflict', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);
    await one.submitCommand(openTill('1'));

    const outcomes = await Promise.all([one, other, one, other].map((tab) => tab.submitCommand(takeAmount('1', 1))));

    const stored = outcomes.filter(({ kind }) => kind === 'appended').length;
    expect(outcomes.map(({ kind }) => kind).every((kind) => kind === 'appended' || kind === 'conflict')).toBe(true);
    expect((await documentsAt(other, 1 + stored))['open-tills']).toMatchObject([{ document: { taken: stored } }]);
  });

  it('hear of what the other one has stored', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);

    await one.submitCommand(openTill('1'));

    expect(await noticed(other, ({ kind }) => kind === 'events-appended')).toMatchObject({
      events: [{ type: 'TillOpened', metadata: { globalPosition: 1 } }],
    });
  });

  it('keep every document when the code of a read model changes while both append', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);
    const tills = ['1', '2', '3', '4', '5'];
    for (const tillId of tills) await one.submitCommand(openTill(tillId));

    for (const round of tills) {
      const openTills = `${openTillsCode}\n// as of round ${round}`;
      await one.useProgram(tillProgram({ openTills }));
      const following = other.useProgram(tillProgram({ openTills }));
      const sent = tills.flatMap(() => tills.map((tillId) => one.submitCommand(takeAmount(tillId, 1))));
      await Promise.all([following, ...sent]);
    }

    const { history } = await one.openModel(modelId);
    const documents = (await documentsAt(one, history.events.length))['open-tills'];
    expect(documents?.map(({ document }) => (document as { taken: number }).taken)).toEqual([25, 25, 25, 25, 25]);
  });

  it('settle when the tab that works for both has caught up', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);

    await other.submitCommand(openTill('1'));
    await other.settled();

    expect((await documentsAt(one, 1)).journal).toHaveLength(1);
  });

  it('hand on the work of both when the one that does it is closed', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);

    one.close();
    await other.submitCommand(openTill('1'));
    await other.settled();

    expect((await documentsAt(other, 1)).journal).toHaveLength(1);
  });

  it('edit one board: who comes second gets what is new, the first hears of it', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);
    const { boardVersion } = await one.openModel(modelId);
    const edit = (number: number) => ({
      modelId,
      events: [addedNote(number)],
      expectedVersion: boardVersion,
      name: 'Till',
      notes: 0,
    });

    const first = await one.appendToBoard(edit(1));
    const second = await other.appendToBoard(edit(2));

    expect(first).toEqual({ kind: 'stored', version: boardVersion + 1 });
    expect(second).toEqual({ kind: 'moved-on', events: [storedNote(1)], version: boardVersion + 1 });
    expect(await noticed(other, ({ kind }) => kind === 'board-changed')).toEqual({ kind: 'board-changed', modelId });
    expect(one.notices.some(({ kind }) => kind === 'board-changed')).toBe(false);
  });

  it('never store on one board what was drawn on another', async () => {
    const { tab, modelId } = await openTillTab();
    const { boardVersion } = await tab.openModel(modelId);
    const { modelId: otherId } = await tab.createModel(tillModel());
    const other = await tab.openModel(otherId);
    const events = [addedNote(1)];

    const drawn = tab.appendToBoard({ modelId, events, expectedVersion: boardVersion, name: 'Till', notes: 0 });

    await expect(drawn).rejects.toThrow('Another model is open by now.');
    expect(await tab.openModel(otherId)).toEqual(other);
  });

  it('follow each other to another run', async () => {
    const { tab: one, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);

    const { run } = await one.newRun('empty');

    expect(await noticed(other, ({ kind }) => kind === 'run-switched')).toEqual({
      kind: 'run-switched',
      runId: run.runId,
    });
    expect((await other.openRun(run.runId)).run).toMatchObject({ name: 'Run 2', isCurrent: true });
  });
});

describe('a tab that is killed', () => {
  it('leaves the command that it was deciding with an unknown outcome', async () => {
    const { tab, modelId } = await openTillTab();
    const frame = document.createElement('iframe');
    frame.src = `${new URL('./support/doomedTab.html', import.meta.url).pathname}#${modelId}`;
    onTestFinished(() => frame.remove());
    document.body.append(frame);

    await noticed(tab, (notice) => notice.kind === 'command-recorded' && notice.record.commandId === 'doomed');
    frame.remove();

    const { history } = await tab.openModel(modelId);
    expect(history).toMatchObject({ events: [], commands: [{ commandId: 'doomed', outcome: { kind: 'unknown' } }] });
  });
});
