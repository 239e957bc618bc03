import { describe, expect, it } from 'vitest';
import { closingTime } from './support/closingTime.ts';
import { readInHeaps } from './support/heaps.ts';
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

describe('what was handed to a process manager', () => {
  const withId = (code: string) => ({
    policies: [{ ...closingTime, code: closingTime.code.replace('input.data.tillId ?? null', code) }],
  });
  const differencesWith = async (code: string) => {
    const { tab } = await openTillTab({ policies: [closingTime] });
    for (const till of ['1', '2']) await tab.submitCommand(openTill(till));
    await tab.settled();
    await tab.windClock('2026-03-02T09:28:00.000Z');
    await tab.useProgram(tillProgram(withId(code)));
    const { different, differences, total } = await tab.redecide({ most: 100, deciderId: closingTime.id });
    return { total, differences, after: different.map(({ after }) => after) };
  };

  it('goes where its code says today: to another stream, to none, or where it went; what is due comes to its own', async () => {
    expect(await differencesWith('input.data.tillId ?? undefined ?? null')).toMatchObject({ total: 4, differences: 0 });
    expect(await differencesWith(`'all'`)).toMatchObject({
      differences: 2,
      after: Array(2).fill({ kind: 'elsewhere', stream: 'ClosingTime-all' }),
    });
    expect(await differencesWith(`(input.data.tillId === '2' ? null : input.data.tillId)`)).toMatchObject({
      differences: 1,
      after: [{ kind: 'elsewhere', stream: null }],
    });
  });

  it('fails where the code that says where it goes breaks', async () => {
    expect((await differencesWith('input.nothing.there')).after).toMatchObject(
      Array(2).fill({ kind: 'failed', message: expect.stringContaining('there') }),
    );
  });
});

describe('what was handed to a process manager, and is read as several events today', () => {
  const counting = (workflow = `'all'`) => ({
    id: 'counting',
    hears: ['AmountTaken'],
    process: { category: 'Count', commands: ['OpenTill'] },
    code: `
export const getWorkflowId = ({ data }) => ${workflow};
export const initialState = () => [];
export const decide = (input, amounts) => ({ type: 'OpenTill', data: { tillId: [...amounts, input.data.amount].join('+') } });
export const evolve = (amounts, event) => (event.type === 'AmountTaken' ? [...amounts, event.data.amount] : amounts);
`,
  });
  const todayWith = async (workflow?: string) => {
    const { tab } = await openTillTab({ policies: [counting()] });
    await tab.submitCommand(openTill('1'));
    for (const amount of [7, 300]) await tab.submitCommand(takeAmount('1', amount));
    await tab.settled();
    await tab.useProgram(readInHeaps(tillProgram({ policies: [counting(workflow)] })));
    return tab.redecide({ most: 100, deciderId: 'counting' });
  };

  it('is decided again on each of them, one after the other', async () => {
    const send = (tillId: string) => ({ action: 'send', type: 'OpenTill', data: { tillId } });
    const { total, different } = await todayWith();

    expect(total).toBe(2);
    expect(different.map(({ before, after }) => [before, after])).toEqual([
      [
        { kind: 'answered', outputs: [send('7+300')] },
        { kind: 'answered', outputs: [send('7+100'), send('7+100+200')] },
      ],
    ]);
  });

  it('ends otherwise where one of them goes to another stream today', async () => {
    const { different } = await todayWith(`(data.amount === 200 ? 'other' : 'all')`);

    expect(different.map(({ after }) => after)).toEqual([{ kind: 'elsewhere', stream: 'Count-other' }]);
  });
});

describe('recorded commands on the present code', () => {
  it('end as recorded where the code is the same: appended, refused and in conflict', async () => {
    const { tab, ids } = await recordSome();

    expect(await tab.redecide({ most: 100 })).toEqual({
      total: 6,
      decided: 6,
      different: [],
      differences: 0,
      same: ids.map((commandId) => ({ commandId })),
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

describe('what policies and process managers were told', () => {
  const thanks = {
    id: 'thanks',
    hears: ['TillClosed'],
    code: `export const react = ({ data }) => ({ type: 'OpenTill', data: { tillId: data.tillId + '-next' } });`,
  };
  const record = async () => {
    const options = { policies: [closingTime, thanks] };
    const { tab } = await openTillTab(options);
    for (const command of [openTill('1'), takeAmount('1', 500), closeTill('1')]) {
      await tab.submitCommand(command);
      await tab.settled();
    }
    return { tab, retry: (changed: typeof options) => tab.useProgram(tillProgram(changed)) };
  };

  it('is decided again with the commands, and all is as recorded while the code is the same', async () => {
    const { tab } = await record();

    const { differences, decided, total, same } = await tab.redecide({ most: 100 });

    expect({ differences, isWhole: decided === total }).toEqual({ differences: 0, isWhole: true });
    expect(same.filter(({ policyId }) => policyId === 'thanks')).toHaveLength(1);
    expect((await tab.redecide({ most: 100, deciderId: 'closing-time' })).decided).toBe(4);
  });

  it('tells what a process manager would do otherwise: when a message is due, too', async () => {
    const { tab, retry } = await record();
    await retry({
      policies: [{ ...closingTime, code: closingTime.code.replace('minutes(30)', 'minutes(45)') }, thanks],
    });

    const { different, differences } = await tab.redecide({ most: 100, deciderId: 'closing-time' });

    expect(differences).toBe(3);
    const due = ({ before, after }: (typeof different)[number]) =>
      [before, after].map((ending) =>
        ending.kind === 'answered'
          ? ending.outputs.flatMap((output) => ('dueAt' in output && output.type === 'CloseTill' ? output.dueAt : []))
          : ending,
      );
    expect(different.slice(0, 1).map(due)).toEqual([[['2026-03-02T09:31:00.000Z'], ['2026-03-02T09:46:00.000Z']]]);
  });

  it('tells what a policy without state would ask for', async () => {
    const { tab, retry } = await record();
    await retry({ policies: [closingTime, { ...thanks, code: 'export const react = () => [];' }] });

    expect(await tab.redecide({ most: 100, deciderId: 'thanks' })).toMatchObject({
      total: 1,
      differences: 1,
      different: [
        {
          policyId: 'thanks',
          before: { outputs: [{ action: 'send', type: 'OpenTill', data: { tillId: '1-next' } }] },
          after: { kind: 'answered', outputs: [] },
        },
      ],
    });
  });

  it('finds the decider of a command that was renamed since', async () => {
    const { tab } = await recordSome();
    const program = tillProgram({ decider: tillCode.replaceAll("'OpenTill'", "'BeginTill'") });
    const commands = program.commands.map((command) =>
      command.type === 'OpenTill' ? { ...command, type: 'BeginTill', formerNames: ['OpenTill'] } : command,
    );
    await tab.useProgram({ ...program, commands });

    expect(await tab.redecide({ most: 100 })).toMatchObject({ decided: 6, differences: 0 });
  });
});
