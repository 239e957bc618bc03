import { describe, expect, it } from 'vitest';
import { openTillTab } from './support/openTab.ts';
import { closeTill, openTill, takeAmount } from './support/till.ts';

/** Somebody counts and closes the till on what they saw before money was taken. */
const loseMoney = async () => {
  const opened = await openTillTab();
  const { tab } = opened;
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 500));
  const late = { ...closeTill('1'), expectation: { unchecked: 1 } };
  return { ...opened, late, outcome: await tab.submitCommand(late) };
};

describe('a command that is stored without a check', () => {
  it('is decided on what its sender saw, stands behind what others wrote, and says what it overlooked', async () => {
    const { outcome } = await loseMoney();

    expect(outcome).toMatchObject({
      kind: 'appended',
      version: 4,
      record: { decidedOnVersion: 1, outcome: { kind: 'appended', isUnchecked: true } },
    });
    if (outcome.kind !== 'appended') return;
    expect(outcome.overlooked?.map(({ type }) => type)).toEqual(['AmountTaken']);
    expect(outcome.events[0]).toMatchObject({ type: 'TillCounted', data: { total: 0 } });
  });

  it('with a check would have been a conflict', async () => {
    const { tab } = await loseMoney();
    expect(await tab.submitCommand({ ...closeTill('1'), expectation: 1 })).toMatchObject({
      kind: 'conflict',
      expected: 1,
      actual: 4,
    });
  });

  it('that overlooks nothing is like any other', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    const outcome = await tab.submitCommand({ ...takeAmount('1', 500), expectation: { unchecked: 1 } });
    expect(outcome).toMatchObject({ kind: 'appended', version: 2 });
    expect(outcome).not.toHaveProperty('overlooked');
    expect(outcome.record.outcome).not.toHaveProperty('isUnchecked');
  });

  it('sent twice answers what came of it the first time', async () => {
    const { tab, late, outcome } = await loseMoney();
    const { commandId } = outcome.record;
    const { notes: _, ...again } = await tab.submitCommand({ ...late, commandId });
    const { notes: __, ...first } = outcome;
    expect(again).toEqual(first);
  });

  it('comes to the same when the history is sent again', async () => {
    const { tab } = await loseMoney();
    const { history } = await tab.newRun('from-history');
    expect(history.events.map(({ type }) => type)).toEqual(['TillOpened', 'AmountTaken', 'TillCounted', 'TillClosed']);
    expect(history.commands.at(-1)?.outcome).toMatchObject({ kind: 'appended', isUnchecked: true });
  });
});
