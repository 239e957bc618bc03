import { describe, expect, it } from 'vitest';
import { addCommand, added, decider, now, openSandbox } from './support/sandboxes.ts';

const deciding = (body: string, evolve = 'return { total: state.total + event.data.amount };'): string => `
export const initialState = () => ({ total: 0 });
export const evolve = (state: any, event: any) => { ${evolve} };
export const decide = (command: any, state: any) => {
${body}
};`;

const replyOf = async (text: string) => {
  const sandbox = await openSandbox();
  await sandbox.load([decider(text)]);
  return sandbox.decide(addCommand(added([2, 3])));
};

describe('what was thrown', () => {
  const cases: [what: string, body: string, error: object][] = [
    ['an Error is a rule', "throw new Error('Too many');", { name: 'Error', message: 'Too many', isFailure: false }],
    ['a text is a rule', "throw 'too-many';", { name: 'Thrown value', message: 'too-many', isFailure: false }],
    [
      'an own subclass is a rule',
      "class TooMany extends TypeError { name = 'TooMany' } throw new TooMany('10');",
      { name: 'TooMany', message: '10', isFailure: false },
    ],
    ['a TypeError is a mistake', 'state.lines.push(1);', { name: 'TypeError', isFailure: true }],
    ['a ReferenceError is a mistake', 'return lines;', { name: 'ReferenceError', isFailure: true }],
    ['nothing returned is a mistake', 'state.total;', { name: 'SandboxError', isFailure: true }],
    ['something that is no event is a mistake', 'return 7;', { name: 'SandboxError', isFailure: true }],
  ];

  it.each(cases)('%s', async (_what, body, error) => {
    expect(await replyOf(deciding(body))).toMatchObject({ kind: 'threw', error: { phase: 'decide', ...error } });
  });

  it('stands on its line', async () => {
    const reply = await replyOf(deciding("\n\nthrow new Error('Here');"));

    expect(reply).toMatchObject({ error: { place: { moduleId: 'counter', file: 'Counter.ts', line: 7 } } });
  });

  it('stands on the line of its function where it has no line of its own', async () => {
    const reply = await replyOf(deciding('return [];', ''));

    expect(reply).toMatchObject({
      error: { message: 'evolve returned nothing. Did you forget `return state`?', place: { line: 3 } },
    });
  });

  it('names the event that evolve broke on', async () => {
    const reply = await replyOf(
      deciding('return [];', 'if (event.data.amount === 3) state.lines.push(1); return state;'),
    );

    expect(reply).toMatchObject({ kind: 'threw', error: { name: 'TypeError', phase: 'evolve', position: 2 } });
  });
});

describe('time and chance', () => {
  const text = deciding(`return { type: 'Added', data: {
    now: Date.now(), date: new Date(), given: command.metadata.now, chance: Math.random(), id: crypto.randomUUID() } };`);

  it('answer from the command, the same each time', async () => {
    const [first, second] = [await replyOf(text), await replyOf(text)];

    expect(first).toEqual(second);
    const moment = new Date(now).toISOString();
    expect(first).toMatchObject({ events: [{ data: { now, date: moment, given: moment } }] });
  });

  it('are an error in evolve that says what to do instead', async () => {
    const reply = await replyOf(deciding('return [];', 'return { total: Date.now() };'));

    expect(reply).toMatchObject({
      kind: 'threw',
      error: { name: 'DeterminismError', isFailure: true, phase: 'evolve' },
    });
    expect(reply.kind === 'threw' && reply.error.message).toContain('Put the time into the event');
  });
});

describe('what is noticed beside a run that goes on', () => {
  it('a state that evolve changes in place', async () => {
    const reply = await replyOf(deciding('return [];', 'state.total += event.data.amount; return state;'));

    expect(reply).toMatchObject({
      kind: 'decided',
      diagnostics: [{ name: 'ChangedInPlace', phase: 'evolve', position: 1 }],
    });
  });

  it.each([
    ['the state, in evolve', deciding('return [];', 'const next = state;\n  next.total += 1;\n  return next;'), 4],
    ['the event, in evolve', deciding('return [];', '\n  event.data.amount += 1;\n  return { total: 1 };'), 4],
    ['the state, in decide', deciding('const mine = state;\n\nmine.total += 1;\nreturn [];'), 7],
    [
      'the command, in a function that decide calls',
      `${deciding('tell(command.data); return [];')}
const tell = (data) => {
  data.told = true;
};`,
      8,
    ],
  ])('the line that changes in place %s', async (_what, text, line) => {
    const { diagnostics } = await replyOf(text);

    expect(diagnostics).toMatchObject([{ name: 'ChangedInPlace', place: { file: 'Counter.ts', line } }]);
  });

  it('its function, where the change is one that nothing holds up', async () => {
    const text = `export const initialState = () => ({ seen: new Map() });
export const evolve = (state, event) => {
  state.seen.set(event.data.amount, true);
  return { seen: new Map(state.seen) };
};
export const decide = () => [];`;

    expect((await replyOf(text)).diagnostics).toMatchObject([{ name: 'ChangedInPlace', place: { line: 2 } }]);
  });

  it('a state that decide changes in place, which leaves no trace', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([
      decider(deciding("state.total += 1; return { type: 'Added', data: { total: state.total } };")),
    ]);
    const command = addCommand(added([2, 3]));

    const first = await sandbox.decide(command);
    const second = await sandbox.decide({ ...command, events: [] });

    expect(first).toMatchObject({ kind: 'decided', diagnostics: [{ name: 'ChangedInPlace', phase: 'decide' }] });
    expect(second).toMatchObject({ events: [{ data: { total: 6 } }] });
  });

  it('what the code prints, with the step it was printed in', async () => {
    const reply = await replyOf(deciding("console.log('deciding', { on: state.total }); return [];"));

    expect(reply.logs).toMatchObject([
      {
        level: 'log',
        text: 'deciding {on: 5}',
        phase: 'decide',
        place: { moduleId: expect.any(String), line: expect.any(Number) },
      },
    ]);
  });
});
