import { describe, expect, it } from 'vitest';
import { readInHeaps } from './support/heaps.ts';
import { openSecondTab, openTillTab } from './support/openTab.ts';
import { closeTill, openTill, takeAmount, tillCode, tillProgram } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openTillTab>>['tab'];

const stateAt = async (tab: Tab, position: number) => {
  const [state] = (await tab.moment({ position, streams: ['Till-1'] })).states;
  return [state?.before, state?.after].map((text) => JSON.parse(text ?? 'null') as unknown);
};

const takesNoFives = tillCode.replace(
  "case 'AmountTaken':",
  "case 'AmountTaken':\n      if (event.data.amount === 5) throw new Error('No fives.');",
);

const [fresh, opened, took] = [
  { status: 'new', total: 0 },
  { status: 'open', total: 0 },
  { status: 'open', total: 5 },
];

/** Two lives of a till: opened, five taken, deleted, a refusal, opened again. */
const twoLives = async () => {
  const till = await openTillTab();
  const { tab } = till;
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 5));
  await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
  const refused = await tab.submitCommand(takeAmount('1', 6));
  const again = await tab.submitCommand(openTill('1'));
  return { ...till, refused, again };
};

describe('a stream that was deleted', () => {
  it('is a new one to its next command, and its versions count on', async () => {
    const { refused, again } = await twoLives();

    expect(refused).toMatchObject({ kind: 'rejected', error: { message: 'Only an open till takes money.' } });
    expect(again).toMatchObject({
      kind: 'appended',
      version: 3,
      events: [{ type: 'TillOpened', metadata: { beginsAgain: true } }],
      record: { onDeleted: true, decidedOnVersion: 2 },
    });
  });

  it('has the state of its second life from there on: forwards, backwards, in another tab', async () => {
    const { tab, modelId } = await twoLives();
    const next = await tab.submitCommand(takeAmount('1', 5));
    expect(next.kind).toBe('appended');

    for (const one of [tab, await openSecondTab(modelId)]) {
      const states = [];
      for (const position of [4, 2, 3, 1]) states.push(await stateAt(one, position));
      expect(states).toEqual([
        [opened, took],
        [opened, took],
        [fresh, opened],
        [fresh, opened],
      ]);
    }
  });

  it('has its commands decided again as they were, and stepped into from a new state', async () => {
    const { tab, again } = await twoLives();

    expect(await tab.redecide({ most: 100 })).toMatchObject({ total: 4, differences: 0 });
    const { phases } = await tab.stepInto(again.record.commandId);
    expect(phases.slice(0, 4).map(({ kind }) => kind)).toEqual(['received', 'read', 'initial', 'decide']);
    expect(phases).toContainEqual({ kind: 'read', events: 0 });
  });

  it('says why of a value only what its present life did', async () => {
    const { tab } = await twoLives();
    await tab.submitCommand(takeAmount('1', 7));

    const subject = { kind: 'state', moduleId: 'till', stream: 'Till-1' } as const;
    const { changes } = await tab.valueHistory({ subject, path: ['total'], position: 4, most: 10 });

    expect(changes.map(({ position, after }) => [position, after?.text])).toEqual([
      [4, '7'],
      [3, '0'],
      [2, '5'],
    ]);
  });

  it('goes on as it was where that is taken back', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
    await tab.undeleteStream('Till-1');

    expect(await tab.submitCommand(openTill('1'))).toMatchObject({
      kind: 'rejected',
      error: { message: 'A till is opened once.' },
    });
    expect((await tab.submitCommand(takeAmount('1', 5))).kind).toBe('appended');
  });

  it('refuses every command with its reason once it is deleted for good, and stays readable', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.deleteStream({ stream: 'Till-1', mode: 'tombstone' });

    for (const expectation of ['latest', 'any', 'no-stream', 1] as const)
      expect(await tab.submitCommand({ ...closeTill('1'), expectation })).toMatchObject({
        kind: 'rejected',
        error: { name: 'StreamDeleted' },
      });
    expect((await stateAt(tab, 1))[1]).toEqual(opened);
    expect(await tab.redecide({ most: 1 })).toMatchObject({ differences: 0 });
  });

  it('leaves no word to code about when a stream begins again', async () => {
    const sly = `export const initialState = () => 0;
export const decide = (command) => ({ type: 'TillOpened', data: command.data, metadata: { beginsAgain: true, own: 1 } });
export const evolve = (state) => state + 1;`;
    const { tab } = await openTillTab();
    await tab.useProgram(tillProgram({ decider: sly }));
    await tab.submitCommand(openTill('1'));

    const second = await tab.submitCommand(openTill('1'));

    expect(second).toMatchObject({ kind: 'appended', events: [{ metadata: { own: 1 } }] });
    expect(second.kind === 'appended' && second.events[0]?.metadata).not.toHaveProperty('beginsAgain');
    expect((await stateAt(tab, 2))[1]).toBe(2);
  });

  it('is free of what broke its life before: commands, replay and why go on with the present one', async () => {
    const { tab } = await twoLives();
    await tab.useProgram(tillProgram({ decider: takesNoFives }));

    expect(await tab.submitCommand(takeAmount('1', 6))).toMatchObject({ kind: 'appended', version: 4 });
    expect(await stateAt(tab, 4)).toEqual([opened, { status: 'open', total: 6 }]);
    const [old] = (await tab.moment({ position: 2, streams: ['Till-1'] })).states;
    expect(old?.error?.message).toBe('No fives.');
    expect((await tab.moment({ position: 3, streams: ['Till-1'] })).states[0]?.error).toBeUndefined();
    const subject = { kind: 'state', moduleId: 'till', stream: 'Till-1' } as const;
    const { changes, error } = await tab.valueHistory({ subject, path: ['total'], position: 4, most: 10 });
    expect(error).toBeUndefined();
    expect(changes[0]).toMatchObject({ position: 4, after: { text: '6' } });
  });

  it('is free of a life that broke with its first event', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 3));
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
    await tab.submitCommand({ ...takeAmount('1', 5), expectation: { unchecked: 1 } });
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
    await tab.submitCommand(openTill('1'));
    await tab.useProgram(tillProgram({ decider: takesNoFives }));

    const [broken] = (await tab.moment({ position: 3, streams: ['Till-1'] })).states;

    expect(await stateAt(tab, 4)).toEqual([fresh, opened]);
    expect(broken?.error?.message).toBe('No fives.');
    expect(await stateAt(tab, 3)).toEqual([fresh, fresh]);
    expect(await stateAt(tab, 2)).toEqual([opened, { ...opened, total: 3 }]);
  });

  it('begins again also with what is stored without a check', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 5));
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });

    const forced = await tab.submitCommand({ ...takeAmount('1', 7), expectation: { unchecked: 1 } });

    expect(forced).toMatchObject({ kind: 'appended', events: [{ metadata: { beginsAgain: true } }] });
    expect((await stateAt(tab, 3))[1]).toEqual({ status: 'new', total: 7 });
  });

  it('begins again with an event that is read as none: state, backwards, and why know only its present life', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 5));
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
    await tab.submitCommand({ ...takeAmount('1', 0), expectation: { unchecked: 1 } });
    await tab.submitCommand({ ...takeAmount('1', 300), expectation: { unchecked: 1 } });
    await tab.useProgram(readInHeaps(tillProgram()));

    const none = { status: 'new', total: 0 };
    for (const position of [4, 3, 4])
      expect(await stateAt(tab, position)).toEqual(position === 3 ? [none, none] : [none, { ...none, total: 300 }]);
    const subject = { kind: 'state', moduleId: 'till', stream: 'Till-1' } as const;
    const { changes } = await tab.valueHistory({ subject, path: ['total'], position: 4, most: 10 });
    expect(changes.map(({ position, after }) => [position, after?.text]).slice(0, 2)).toEqual([
      [4, '300'],
      [3, '0'],
    ]);
    expect(await tab.submitCommand(takeAmount('1', 6))).toMatchObject({ kind: 'rejected' });
  });

  it('is deleted on a branch that begins behind that, and there on one that begins before', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(openTill('2'));
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
    await tab.submitCommand(takeAmount('2', 5));
    const { runs } = await tab.openModel(modelId);
    const open = runs.find(({ isCurrent }) => isCurrent)?.runId ?? '';
    const deletions = [{ kind: 'deleted', position: 2, version: 1 }];

    const before = await tab.branchRun({ position: 1, rest: 'left-out' });
    expect(before.history.streams).toBeUndefined();
    expect(await tab.submitCommand(openTill('1'))).toMatchObject({ kind: 'rejected' });

    await tab.openRun(open);
    const behind = await tab.branchRun({ position: 2, rest: 'left-out' });
    expect(behind.history.streams).toEqual([{ stream: 'Till-1', hiddenThrough: 1, deletions }]);
    expect(await tab.submitCommand(openTill('1'))).toMatchObject({
      kind: 'appended',
      events: [{ metadata: { beginsAgain: true } }],
    });

    await tab.openRun(open);
    const again = await tab.branchRun({ position: 1, rest: 'sent-again' });
    expect(again.history.streams).toEqual([{ stream: 'Till-1', hiddenThrough: 1, deletions }]);
  });

  it('is deleted for good again between the commands between which it was, and in a run from the history', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.deleteStream({ stream: 'Till-1', mode: 'soft' });
    await tab.undeleteStream('Till-1');
    await tab.submitCommand(takeAmount('1', 5));
    await tab.deleteStream({ stream: 'Till-1', mode: 'tombstone' });
    await tab.submitCommand(takeAmount('1', 6));

    for (const { history } of [
      await tab.branchRun({ position: 1, rest: 'sent-again' }),
      await tab.newRun('from-history'),
    ]) {
      expect(history.commands.map(({ outcome }) => outcome.kind)).toEqual(['appended', 'appended', 'rejected']);
      expect(history.streams?.[0]?.deletions?.at(-1)).toEqual({ kind: 'deleted-for-good', position: 2, version: 2 });
    }
  });

  it('is deleted in turn with commands, those before and those after', async () => {
    const { tab } = await openTillTab();

    const [opened, , taken, again] = await Promise.all([
      tab.submitCommand(openTill('1')),
      tab.deleteStream({ stream: 'Till-1', mode: 'soft' }),
      tab.submitCommand(takeAmount('1', 5)),
      tab.submitCommand(openTill('1')),
    ]);

    expect([opened, taken, again].map(({ kind }) => kind)).toEqual(['appended', 'rejected', 'appended']);
    expect(again).toMatchObject({ record: { decidedOnVersion: 1, onDeleted: true } });
  });

  it('is deleted on a branch, too, where its commands are decided anew', async () => {
    const { tab } = await twoLives();

    const { history } = await tab.branchRun({ position: 1, rest: 'sent-again' });

    expect(history.commands.map(({ outcome }) => outcome.kind)).toEqual([
      'appended',
      'appended',
      'rejected',
      'appended',
    ]);
  });
});
