import { describe, expect, it } from 'vitest';
import { openTillTab } from './support/openTab.ts';
import { closeTill, openTill, takeAmount, tillCode, tillProgram } from './support/till.ts';

/** Counts of everything that is stored, to see that nothing more is. */
const stored = async (tab: Awaited<ReturnType<typeof openTillTab>>['tab'], runId: string) => {
  const { text, commands } = await tab.historyPage({ runId, events: 0, sequence: 0 });
  return { text, commands };
};

const recordSome = async () => {
  const opened = await openTillTab();
  const { tab } = opened;
  const outcomes = [
    await tab.submitCommand(openTill('1')),
    await tab.submitCommand(takeAmount('1', 500)),
    await tab.submitCommand(takeAmount('1', 700)),
    await tab.submitCommand({ ...takeAmount('1', 1), expectation: 1 }),
    await tab.submitCommand(openTill('1')),
    await tab.submitCommand(closeTill('1')),
  ];
  await tab.settled();
  const ids = outcomes.map(({ record }) => record.commandId);
  const { runs } = await tab.openModel(opened.modelId);
  await tab.useProgram(tillProgram());
  return { ...opened, ids, runId: runs[0]?.runId ?? '' };
};

describe('recorded commands on the present code', () => {
  it('end as recorded where the code is the same: appended, refused and in conflict', async () => {
    const { tab, ids } = await recordSome();

    expect(await tab.redecide({ most: 100 })).toEqual({
      total: 6,
      decided: 6,
      different: [],
      differences: 0,
      same: ids,
    });
  });

  it('are each decided on what was recorded before it; what differs is told, and nothing is stored', async () => {
    const { tab, ids, runId } = await recordSome();
    const limited = tillCode.replace(
      "case 'TakeAmount':",
      "case 'TakeAmount':\n if (data.amount > 600) throw new Error('Too much.');",
    );
    await tab.useProgram(tillProgram({ decider: limited }));
    const before = await stored(tab, runId);

    const { different, differences } = await tab.redecide({ most: 100, deciderId: 'till' });

    expect(differences).toBe(1);
    expect(different).toEqual([
      {
        commandId: ids[2],
        before: { kind: 'appended', events: [{ type: 'AmountTaken', data: { tillId: '1', amount: 700 } }] },
        after: { kind: 'rejected', message: 'Too much.' },
      },
    ]);
    expect(await stored(tab, runId)).toEqual(before);
    expect(await tab.submitCommand(openTill('2'))).toMatchObject({ kind: 'appended' });
  });

  it('that stop at code that does not compile or never ends say so, and leave commands alone', async () => {
    const { tab } = await recordSome();
    await tab.useProgram(tillProgram({ decider: `${tillCode}\nconst =` }));
    expect(await tab.redecide({ most: 100 })).toMatchObject({ decided: 0, stoppedBy: { phase: 'compile' } });

    const endless = tillCode.replace("case 'TakeAmount':", "case 'TakeAmount':\n for (;;) {}");
    await tab.useProgram(tillProgram({ decider: endless }));
    const { decided, stoppedBy } = await tab.redecide({ most: 100 });
    expect({ decided, stoppedBy }).toMatchObject({ decided: 1, stoppedBy: { name: 'TimeoutError' } });
    expect(await tab.submitCommand(openTill('2'))).toMatchObject({ kind: 'appended' });
  });

  it('are no more than asked for, and a newer question ends the one before', async () => {
    const { tab } = await recordSome();
    expect(await tab.redecide({ most: 2 })).toMatchObject({ total: 6, decided: 2, stoppedBy: 'number' });

    const [first, second] = await Promise.all([tab.redecide({ most: 100 }), tab.redecide({ most: 100 })]);
    expect(first).toMatchObject({ stoppedBy: 'wish' });
    expect(second).toMatchObject({ decided: 6 });
  });
});
