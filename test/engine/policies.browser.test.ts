import { describe, expect, it } from 'vitest';
import { openSecondTab, openTillTab } from './support/openTab.ts';
import { openTill, takeAmount, tillProgram } from './support/till.ts';

const closeAtOnce = {
  id: 'close-at-once',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
};

const takeForEver = {
  id: 'take-for-ever',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'TakeAmount', data: event.data });`,
};

const broken = {
  id: 'broken',
  hears: ['AmountTaken'],
  code: `export const react = (event) => event.data.nothing.there;`,
};

const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

describe('a policy', () => {
  it('answers an event with a command that carries where it comes from', async () => {
    const { tab, modelId } = await openTillTab({ policies: [closeAtOnce] });
    await tab.submitCommand(openTill('1'));

    await tab.submitCommand({ ...takeAmount('1', 500), commandId: 'start' });
    await tab.settled();

    const { history } = await tab.openModel(modelId);
    expect(typesOf(history.events)).toEqual(['TillOpened', 'AmountTaken', 'TillCounted', 'TillClosed']);
    expect(history.commands.at(-1)).toMatchObject({
      type: 'CloseTill',
      origin: { kind: 'policy', policyId: 'close-at-once', eventId: 'start/1' },
      correlationId: 'start',
      causationId: 'start/1',
    });
    expect(history.events.at(-1)?.metadata).toMatchObject({
      correlationId: 'start',
      causationId: history.commands.at(-1)?.commandId,
    });
  });

  it('is stopped after 25 commands from one start, and the chain is shown', async () => {
    const { tab, modelId } = await openTillTab({ policies: [takeForEver] });
    await tab.submitCommand(openTill('1'));

    await tab.submitCommand(takeAmount('1', 1));
    await tab.settled();

    const { history } = await tab.openModel(modelId);
    expect(history.events.filter(({ type }) => type === 'AmountTaken')).toHaveLength(26);
    const [stop] = tab.notices.flatMap((notice) => (notice.kind === 'policy-stopped' ? [notice.loop] : []));
    expect(stop?.policyId).toBe('take-for-ever');
    expect(stop?.chain.slice(0, 4)).toEqual(['TakeAmount', 'AmountTaken', 'TakeAmount', 'AmountTaken']);
  });

  it('shows a chain that was stopped in every tab, whichever was at work', async () => {
    const { tab: atWork, modelId } = await openTillTab({ policies: [takeForEver] });
    const other = await openSecondTab(modelId, { policies: [takeForEver] });
    const chainIn = (tab: typeof other) =>
      new Promise((resolve) => tab.onNotice((notice) => notice.kind === 'policy-stopped' && resolve(notice)));
    const [here, there] = [chainIn(atWork), chainIn(other)];

    await other.submitCommand(openTill('1'));
    await other.submitCommand(takeAmount('1', 1));

    expect(await there).toEqual(await here);
  });

  it('starts afresh with the next command of a person', async () => {
    const { tab, modelId } = await openTillTab({ policies: [takeForEver] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 1));
    await tab.settled();

    await tab.submitCommand(takeAmount('1', 2));
    await tab.settled();

    const { history } = await tab.openModel(modelId);
    expect(history.events.filter(({ type }) => type === 'AmountTaken')).toHaveLength(52);
  });

  it('lets pass what happens while it is switched off', async () => {
    const { tab, modelId } = await openTillTab({ policies: [{ ...closeAtOnce, isOn: false }] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    await tab.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await tab.settled();

    expect(typesOf((await tab.openModel(modelId)).history.events)).toEqual(['TillOpened', 'AmountTaken']);
  });

  it('reacts to what happens from when one tab has switched it on, whenever the others hear of it', async () => {
    const off = { ...closeAtOnce, isOn: false };
    const { tab: atWork, modelId } = await openTillTab({ policies: [off] });
    const other = await openSecondTab(modelId, { policies: [off] });
    await other.submitCommand(openTill('1'));
    await other.submitCommand(openTill('2'));
    await other.submitCommand(takeAmount('1', 500));

    await other.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await other.submitCommand(takeAmount('2', 500));
    await atWork.settled();
    await atWork.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await atWork.settled();

    const { history } = await other.openModel(modelId);
    expect(history.events.slice(4).map(({ type, metadata }) => [type, metadata.streamName])).toEqual([
      ['TillCounted', 'Till-2'],
      ['TillClosed', 'Till-2'],
    ]);
  });

  it('does not react to a history that was there before it', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));

    await tab.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await tab.settled();
    const { history: untouched } = await tab.openModel(modelId);
    await tab.submitCommand(takeAmount('1', 700));
    await tab.settled();

    expect(typesOf(untouched.events)).toEqual(['TillOpened', 'AmountTaken']);
    expect(typesOf((await tab.openModel(modelId)).history.events).slice(2)).toEqual([
      'AmountTaken',
      'TillCounted',
      'TillClosed',
    ]);
  });

  it('does not make up for what happened while it was not on the wall', async () => {
    const { tab, modelId } = await openTillTab({ policies: [closeAtOnce] });
    await tab.submitCommand(openTill('1'));
    await tab.settled();

    await tab.useProgram(tillProgram());
    await tab.submitCommand(takeAmount('1', 500));
    await tab.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await tab.settled();

    expect(typesOf((await tab.openModel(modelId)).history.events)).toEqual(['TillOpened', 'AmountTaken']);
  });

  it('waits where its code breaks, says so, and others go on', async () => {
    const { tab, modelId } = await openTillTab({ policies: [broken, closeAtOnce] });
    await tab.submitCommand(openTill('1'));

    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    expect(typesOf((await tab.openModel(modelId)).history.events)).toContain('TillClosed');
    expect(tab.notices).toContainEqual(
      expect.objectContaining({
        kind: 'policy-failed',
        policyId: 'broken',
        error: expect.objectContaining({ name: 'TypeError' }),
      }),
    );
  });

  it('sends the same commands again when a run starts again from the recorded history', async () => {
    const { tab, modelId } = await openTillTab({ policies: [closeAtOnce] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();
    await tab.submitCommand(takeAmount('2', 500));
    const { history: before } = await tab.openModel(modelId);

    const { run, runs, history } = await tab.newRun('from-history');

    expect(history).toEqual(before);
    expect(runs.map(({ name, events, isCurrent }) => ({ name, events, isCurrent }))).toEqual([
      { name: 'Run 1', events: 4, isCurrent: false },
      { name: 'Run 2', events: 4, isCurrent: true },
    ]);
    expect(run.name).toBe('Run 2');
  });
});
