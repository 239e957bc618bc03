import { describe, expect, it } from 'vitest';
import type { ModelModule } from '#sandbox';
import { addCommand, added, decider, now, openSandbox, policy } from './support/sandboxes.ts';

const process = (decide: string, getWorkflowId = "'one'"): ModelModule => ({
  id: 'counter',
  kind: 'process',
  name: 'Counting',
  commands: ['Ring'],
  files: [
    {
      path: 'Counting.ts',
      text: `
export const getWorkflowId = (input: any) => ${getWorkflowId};
export const initialState = () => ({ heard: [] as string[] });
export const decide = (input: any, state: any): any => { ${decide} };
export const evolve = (state: any, event: any) => ({ heard: [...state.heard, event.type] });
`,
    },
  ],
});

const [event] = added([1]);
const reaction = (text: string) => async () => {
  const sandbox = await openSandbox();
  await sandbox.load([policy(text)]);
  if (!event) throw new Error('There is no event.');
  return sandbox.react({ moduleId: 'follow-up', event, now, seed: 'seed' });
};

const decision = async (module: ModelModule) => {
  const sandbox = await openSandbox();
  await sandbox.load([module]);
  return sandbox.decide(addCommand([]));
};

describe('a process manager', () => {
  it('answers with commands, its own events, and messages for later, in whatever shape they come', async () => {
    const reply = await decision(
      process(`return [
        { type: 'Ring', data: { times: 1 } },
        { type: 'Knock', data: {}, kind: 'Command' },
        { action: 'Send', message: { type: 'Call', data: {} } },
        { type: 'Counted', data: { at: input.metadata.now } },
        { action: 'Publish', message: { type: 'Ring', data: {} } },
        { action: 'Schedule', message: { type: 'Remind', data: {} }, when: { afterInMs: 60_000 } },
        { action: 'Schedule', message: { type: 'Ring', data: {} }, when: { at: new Date('2030-01-01') } },
        { action: 'Cancel', type: 'Remind' },
        { action: 'Ignore', reason: 'nothing to do' },
        { action: 'Complete' },
      ];`),
    );

    expect(reply.kind === 'decided' ? reply.events : reply.error).toEqual([
      { type: 'received:Add', data: { amount: 1 } },
      { type: 'sent:Ring', data: { times: 1 } },
      { type: 'sent:Knock', data: {} },
      { type: 'sent:Call', data: {} },
      { type: 'Counted', data: { at: '2024-05-01T10:00:00.000Z' } },
      { type: 'Ring', data: {} },
      { type: 'scheduled:Remind', data: {}, metadata: { dueAt: '2024-05-01T10:01:00.000Z' } },
      { type: 'scheduled:Ring', data: {}, metadata: { dueAt: '2030-01-01T00:00:00.000Z' } },
      { type: 'cancelled:Remind', data: {} },
      { type: 'completed:Counting', data: {} },
    ]);
  });

  it('folds what it received and its own events under their names, and nothing that it asked for', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([process(`return { type: 'Seen', data: { heard: state.heard } };`)]);
    const types = ['received:Added', 'sent:Ring', 'scheduled:Remind', 'due:Remind', 'Counted', 'cancelled:Remind'];
    const events = added([1, 2, 3, 4, 5, 6]).map((one, index) => ({ ...one, type: types[index] ?? '' }));

    const reply = await sandbox.decide(addCommand(events));

    expect(reply.kind === 'decided' ? reply.events[1] : reply.error).toEqual({
      type: 'Seen',
      data: { heard: ['Added', 'Counted'] },
    });
  });

  it.each([
    ['nothing at all', 'return undefined;', 'decide returned nothing.'],
    ['what is no message', "return ['Ring'];", 'outputs[0] is no message: it is string.'],
    ['a message without a type', 'return [{ data: {} }];', 'outputs[0] is no message: it has no `type`'],
    ['an action that is none', "return { action: 'Retry' };", 'outputs[0] has an unknown `action`'],
    [
      'a time that is none',
      "return { action: 'Schedule', message: { type: 'Remind', data: {} }, when: { at: 'soon' } };",
      'outputs[0].when is no time',
    ],
    ['that it gave up', "return { action: 'Error', reason: 'The till is gone.' };", 'The till is gone.'],
  ])('is told where its answer is %s', async (_, body, words) => {
    const reply = await decision(process(body));

    expect(reply.kind === 'threw' ? reply.error.message : reply.events).toContain(words);
  });

  it('names its stream by a text, from the event alone', async () => {
    const sandbox = await openSandbox();
    const addressed = async (getWorkflowId: string) => {
      await sandbox.load([process('return [];', getWorkflowId)]);
      if (!event) throw new Error('There is no event.');
      const reply = await sandbox.address({ moduleId: 'counter', event });
      return reply.kind === 'addressed' ? reply.workflowId : reply.error.message;
    };

    expect(await addressed('String(input.data.amount)')).toBe('1');
    expect(await addressed('input.data.nothing')).toBeNull();
    expect(await addressed('input.data.amount')).toContain('getWorkflowId answered a number.');
    expect(await addressed('String(Date.now())')).toContain('The current time is not available here');
  });
});

describe('code that is not pure', () => {
  it('is found where a policy remembers something between two events', async () => {
    const reply = await reaction(
      `let count = 0;\nexport const react = () => ({ type: 'Ring', data: { count: (count += 1) } });`,
    )();

    expect(reply.diagnostics).toMatchObject([
      { name: 'DeterminismError', message: expect.stringContaining('two different results for the same event') },
    ]);
  });

  it('is found where a policy changes the event, and where a decider changes the command', async () => {
    const reacted = await reaction(`export const react = (event: any) => { event.data.amount = 9; return []; };`)();
    const decided = await decision(
      decider(`
export const initialState = () => ({});
export const evolve = (state: any) => state;
export const decide = (command: any) => { command.data.amount = 9; return []; };
`),
    );

    expect(reacted.diagnostics).toMatchObject([{ name: 'ChangedInPlace', place: { line: 1 } }]);
    expect(decided.diagnostics).toMatchObject([{ name: 'ChangedInPlace', place: { line: 4 } }]);
  });

  it('draws the same lots and tells the same time in a policy that is asked twice', async () => {
    const drawing = `export const react = () => ({ type: 'Ring', data: { id: crypto.randomUUID(), at: Date.now() } });`;

    const [one, other] = [await reaction(drawing)(), await reaction(drawing)()];

    expect(other).toEqual(one);
    expect(one.diagnostics).toEqual([]);
  });
});
