import { describe, expect, it } from 'vitest';
import { decodeTagged, readAsKey, type SandboxEvent, type TracedCall, type TraceStep } from '#sandbox';
import { addCommand, added, counter, decider, now, openSandbox, policy, readModel } from './support/sandboxes.ts';

const decided = { kind: 'decide', moduleId: 'counter', now, seed: 'command-1' } as const;
const add = (amount: number) => ({ type: 'Add', data: { amount }, metadata: {} });

/** A sandbox with this decider, asked to watch how it decides on these amounts. */
const traceOf = async (code: string, amounts: number[] = [], files: { path: string; text: string }[] = []) => {
  const sandbox = await openSandbox();
  const module = decider(code);
  await sandbox.load([{ ...module, files: [...module.files, ...files] }]);
  return sandbox.trace({ ...decided, events: added(amounts), command: add(5) });
};

const shown = ({ kind, line, depth, variables, returned }: TraceStep): string =>
  `${'·'.repeat(depth - 1)}${kind} ${line} ${variables.map(({ name, text }) => `${name}=${text}`).join(' ')}${returned === undefined ? '' : `→ ${returned}`}`.trim();

const ofPhase = (calls: TracedCall[], phase: string): TracedCall[] => calls.filter((call) => call.phase === phase);
const only = (calls: TracedCall[], phase: string): TracedCall => {
  const [call, ...others] = ofPhase(calls, phase);
  if (!call || others.length > 0) throw new Error(`There are ${others.length + 1} calls of ${phase}.`);
  return call;
};

const withDecide = (body: string): string => `
export const initialState = () => ({ total: 0 });
export const evolve = (state, event) => ({ total: state.total + event.data.amount });
export const decide = (command, state) => {
${body}
};
`;

describe('watching a call', () => {
  it('shows each event that a stored one is read as, and no call where that is none', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([decider(counter)]);
    const [first, second, third] = added([2, 3, 4]);
    if (!first || !second || !third) throw new Error('There are no events.');
    const readAs = (event: SandboxEvent, amounts: number[]): SandboxEvent => ({
      ...event,
      metadata: {
        ...event.metadata,
        [readAsKey]: amounts.map((amount) => ({ type: 'Added', data: { amount }, schemaVersion: 2 })),
      },
    });

    const { calls } = await sandbox.trace({
      kind: 'fold',
      moduleId: 'counter',
      events: [first, readAs(second, []), readAs(third, [10, 20])],
    });

    expect(calls.map(({ phase, position, part }) => [phase, position, part])).toEqual([
      ['initialState', undefined, undefined],
      ['evolve', 1, undefined],
      ['evolve', 3, 0],
      ['evolve', 3, 1],
    ]);
    expect(decodeTagged(calls.at(-1)?.output ?? '')).toEqual({ total: 32 });
  });

  it('shows the state growing, and what went into decide and came out', async () => {
    const { calls, error } = await traceOf(counter, [2, 3]);

    expect(error).toBeUndefined();
    expect(calls.map(({ phase, position }) => [phase, position])).toEqual([
      ['initialState', undefined],
      ['evolve', 1],
      ['evolve', 2],
      ['decide', undefined],
    ]);
    expect(calls.map(({ output }) => output && decodeTagged(output))).toEqual([
      { total: 0 },
      { total: 2 },
      { total: 5 },
      undefined,
    ]);
    const decide = only(calls, 'decide');
    expect(decide.input && decodeTagged(decide.input)).toEqual({ total: 5 });
    expect(decide.messages).toEqual([{ type: 'Added', data: { amount: 5, before: 5 } }]);
  });

  it('records each statement with its line and the variables that are there', async () => {
    const { calls } = await traceOf(
      withDecide(`  const { amount } = command.data;
  let left = amount;
  for (let turn = 0; left > 3; turn += 1) left -= 1;
  if (left === 3)
    return { type: 'Added', data: { amount: left } };
  return [];`),
    );

    const { steps, messages } = only(calls, 'decide');
    const withoutCommand = steps.map(({ variables, ...step }) =>
      shown({ ...step, variables: variables.filter(({ name }) => !['command', 'state'].includes(name)) }),
    );
    expect(withoutCommand).toEqual([
      'enter 4',
      'line 5',
      'line 6 amount=5',
      'line 7 left=5 amount=5',
      'line 7 turn=0 left=5 amount=5',
      'line 7 turn=0 left=5 amount=5',
      'line 7 turn=1 left=4 amount=5',
      'line 7 turn=1 left=4 amount=5',
      'line 7 turn=2 left=3 amount=5',
      'line 8 left=3 amount=5',
      'line 9 left=3 amount=5',
      'return 9 → {type: "Added", data: {amount: 3}}',
    ]);
    expect(messages).toEqual([{ type: 'Added', data: { amount: 3 } }]);
  });

  it('goes into helpers of another file, and comes back', async () => {
    const code = `import { priced } from './prices';\n${withDecide(`  const price = priced([1, 2]);
  return { type: 'Added', data: { amount: price } };`)}`;
    const helper = {
      path: 'prices.ts',
      text: `export function priced(items: number[]): number {
  return items.reduce((sum, item) => sum + item, 0);
}`,
    };

    const { calls } = await traceOf(code, [], [helper]);

    const inHelper = only(calls, 'decide').steps.filter(({ file }) => file === 'prices.ts');
    expect(inHelper.map(shown)).toEqual([
      '·enter 1 items=[1, 2]',
      '·line 2 items=[1, 2]',
      '··enter 2 item=1 sum=0 items=[1, 2]',
      '··return 2 → 1',
      '··enter 2 item=2 sum=1 items=[1, 2]',
      '··return 2 → 3',
      '·return 2 → 3',
    ]);
    expect(inHelper[0]?.name).toBe('priced');
    expect(only(calls, 'decide').messages).toEqual([{ type: 'Added', data: { amount: 3 } }]);
  });

  it('keeps what ran before a rule was broken, with the line that threw', async () => {
    const { calls } = await traceOf(
      withDecide(`  console.log('asked for', command.data.amount);
  if (command.data.amount > 1)
    throw new Error('Too much');
  return [];`),
    );

    const { steps, error, logs } = only(calls, 'decide');
    expect(steps.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
    expect(error).toMatchObject({ message: 'Too much', isFailure: false, place: { file: 'Counter.ts', line: 7 } });
    expect(logs.map(({ text }) => text)).toEqual(['asked for 5']);
  });

  it('finds its way back after an error that was caught, and through functions without a return', async () => {
    const { calls } = await traceOf(
      withDecide(`  const note = () => {};
  const fail = () => { throw new Error('no'); };
  try { note(); fail(); } catch (error) { note(); }
  return [];`),
    );

    const depths = only(calls, 'decide').steps.map(({ kind, line, depth }) => [kind, line, depth]);
    expect(depths.slice(3)).toEqual([
      ['line', 7, 1],
      ['enter', 5, 2],
      ['line', 7, 1],
      ['enter', 6, 2],
      ['line', 6, 2],
      ['line', 7, 1],
      ['enter', 5, 2],
      ['line', 8, 1],
      ['return', 8, 1],
    ]);
  });

  it('runs every form of statement to the same result', async () => {
    const { calls } = await traceOf(
      withDecide(`  'use strict';
  class Box { static made = 0; #value; constructor(value) { this.#value = value; Box.made++; } get value() { return this.#value } }
  class Dear extends Box { constructor(value) { super(value * 2) } }
  const seen = [];
  outer: for (const one of [1, 2, 3]) { for (const key in { a: 1 }) { if (one === 2) continue outer; seen.push(key + one) } }
  let count = 0
  do count++; while (count < 3)
  while (count > 1) count--
  switch (count) { case 0: const never = 1; break; case 1: seen.push('one'); default: seen.push('more') }
  if (count === 5) seen.push('five'); else if (count === 1) seen.push('first'); else seen.push('none')
  function* numbers() { yield 1; yield* [2, 3] }
  const curry = (a) => (b) => ({ sum: a + b, seen: [...numbers()] })
  const { sum, ...rest } = curry(1)(2), [first = 9, ...others] = []
  for (;;) { break }
  return { type: 'Added', data: { amount: new Dear(4).value, seen, sum, rest, first, others, made: Box.made } }`),
    );

    expect(only(calls, 'decide')).toMatchObject({
      messages: [
        {
          type: 'Added',
          data: {
            amount: 8,
            seen: ['a1', 'a3', 'one', 'more', 'first'],
            sum: 3,
            rest: { seen: [1, 2, 3] },
            first: 9,
            others: [],
            made: 1,
          },
        },
      ],
    });
  });

  it('records the first and last steps of a long fold, and any that breaks in between', async () => {
    const amounts = Array.from({ length: 500 }, () => 1);
    const { calls } = await traceOf(counter, amounts);
    expect(ofPhase(calls, 'evolve').map(({ position }) => position)).toEqual([1, 2, 3, 495, 496, 497, 498, 499, 500]);
    expect(only(calls, 'decide').messages).toEqual([{ type: 'Added', data: { amount: 5, before: 500 } }]);

    const breaking = counter.replace(
      '({ total: state',
      "{ if (state.total === 100) throw new Error('full'); return { total: state",
    );
    const broken = await traceOf(breaking.replace('event.data.amount })', 'event.data.amount } }'), amounts);
    expect(broken.calls.at(-1)).toMatchObject({ phase: 'evolve', position: 101, error: { message: 'full' } });
    expect(broken.calls.at(-1)?.steps.length).toBeGreaterThan(0);
  });

  it('watches a read model from document to document, and a policy with what it sends', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([
      readModel(`export const canHandle = ['Added'];
export const getDocumentId = (event) => event.data.amount > 2 ? ['all', 'large'] : 'all';
export const evolve = (document, event) => ({ count: (document?.count ?? 0) + 1 });`),
      policy(`export const react = (event) => {
  return event.data.amount > 2 ? { type: 'Warn', data: { at: new Date().toISOString() } } : [];
};`),
    ]);
    const events = added([1, 4]);

    const documents = [{ documentId: 'all', document: { count: 7 } }];
    const projected = await sandbox.trace({ kind: 'project', moduleId: 'totals', events, documents });
    const reacted = await sandbox.trace({
      kind: 'react',
      moduleId: 'follow-up',
      event: events[1] as never,
      now,
      seed: 's',
    });

    expect(
      projected.calls.map(({ position, documentId, input, output }) => [position, documentId, input, output]),
    ).toEqual([
      [1, 'all', '{"count":7}', '{"count":8}'],
      [2, 'all', '{"count":8}', '{"count":9}'],
      [2, 'large', 'null', '{"count":1}'],
    ]);
    expect(reacted.calls).toMatchObject([
      { phase: 'react', messages: [{ type: 'Warn', data: { at: '2024-05-01T10:00:00.000Z' } }] },
    ]);
  });

  it('stores nothing and leaves what runs as it is', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([
      decider(
        `let turns = 0;\n${withDecide(`  turns += 1;
  return { type: 'Added', data: { amount: turns } };`)}`,
      ),
    ]);
    await sandbox.decide(addCommand(added([1])));

    const { calls } = await sandbox.trace({ ...decided, events: added([1]), command: add(5) });

    expect(only(calls, 'decide').messages).toEqual([{ type: 'Added', data: { amount: 1 } }]);
    expect(sandbox.foldedVersion('counter', 'Counter-1')).toBe(1);
  });
});

describe('code that goes too far while it is watched', () => {
  it('is recorded up to a limit, and says so', async () => {
    const { calls } = await traceOf(
      withDecide(`  let sum = 0;
  for (let turn = 0; turn < 100000; turn += 1) sum += turn;
  return { type: 'Added', data: { amount: sum } };`),
    );

    const { steps, cut, messages } = only(calls, 'decide');
    expect(steps).toHaveLength(5000);
    expect(cut).toBe('steps');
    expect(messages).toEqual([{ type: 'Added', data: { amount: 4999950000 } }]);
  });

  it('is recorded up to an amount of text', async () => {
    const { calls } = await traceOf(
      withDecide(`  for (let turn = 0; turn < 4000; turn += 1) { const text = turn + 'x'.repeat(1000); text.length; }
  return [];`),
    );

    expect(only(calls, 'decide').cut).toBe('size');
  });

  it('is stopped where it does not end, with the steps that led there', async () => {
    const { calls } = await traceOf(
      withDecide('  let turn = 0;\n  for (;;) { try { turn += 1; } catch { turn = 0; } }'),
    );

    const decide = only(calls, 'decide');
    expect(decide).toMatchObject({ cut: 'time', error: { name: 'TimeoutError', isFailure: true } });
    expect(decide.steps).toHaveLength(5000);
  });

  it('is stopped where it hangs without a step, and the sandbox goes on', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([decider(withDecide("  /(a+)+$/.test('a'.repeat(40) + '!');\n  return [];"))]);

    const traced = await sandbox.trace({ ...decided, events: [], command: add(5) });

    expect(traced).toMatchObject({ calls: [], error: { name: 'TimeoutError' } });
    await sandbox.load([decider(counter)]);
    expect(await sandbox.decide(addCommand([]))).toMatchObject({ kind: 'decided' });
  });

  it('is refused as ever where it is asynchronous', async () => {
    const { calls } = await traceOf(
      withDecide('  return [];').replace('(command, state) =>', 'async (command, state) =>'),
    );

    expect(only(calls, 'decide').error).toMatchObject({
      name: 'SandboxError',
      message: expect.stringContaining('Promise'),
    });
  });

  it('does not come to the recorder, whatever it reads or replaces', async () => {
    const { calls, error } = await traceOf(
      withDecide(`  const own = decide.toString();
  const name = /_[0-9a-f]{32}/.exec(own)[0];
  const found = [];
  if (name in globalThis) found.push('global');
  try { found.push(typeof (0, eval)(name)); } catch { }
  try { found.push(typeof new Function('return ' + name)()); } catch { }
  if (__replayground.takeRecorder()) found.push('recorder');
  Array.prototype.push = () => { throw new Error('pushed'); };
  Map.prototype.set = () => { throw new Error('set'); };
  Object.prototype.toJSON = () => ({ calls: 'none' });
  return { type: 'Added', data: { amount: found.length } };`).replace('decide.toString()', 'String(evolve)'),
    );

    // The reply is refused, or says the truth: that nothing was found.
    if (!error)
      expect(calls.flatMap(({ messages = [] }) => messages)).toEqual([{ type: 'Added', data: { amount: 0 } }]);
    expect(JSON.stringify(calls)).not.toContain('recorder=');
  });

  it('cannot make its values run anything while they are shown', async () => {
    const { calls } = await traceOf(
      withDecide(`  const trap = new Proxy({}, { get() { throw new Error('get'); }, ownKeys() { throw new Error('keys'); } });
  const late = { get value() { return decide(command, state); } };
  const deep = { a: { b: { c: { d: { e: 1 } } } } };
  return [];`),
    );

    const { steps, error } = only(calls, 'decide');
    expect(error).toBeUndefined();
    expect(steps.at(-2)?.variables.find(({ name }) => name === 'trap')?.text).toBe('[unreadable]');
  });
});
