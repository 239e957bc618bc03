import { describe, expect, it } from 'vitest';
import type { ModelModule } from '#sandbox';
import { addCommand, added, decider, openSandbox } from './support/sandboxes.ts';

const parts = {
  decide: "(command: any, state: any) => [{ type: 'Added', data: { before: state.total } }]",
  evolve: '(state: any, event: any) => ({ total: state.total + event.data.amount })',
};

const shapes: { [name: string]: string } = {
  'named exports': `export const decide = ${parts.decide};
    export const evolve = ${parts.evolve};
    export function initialState() { return { total: 0 }; }`,
  'an exported object named decider': `export const decider = { decide: ${parts.decide}, evolve: ${parts.evolve}, initialState: () => ({ total: 0 }) };`,
  'an exported object of another name': `export const cart = { decide: ${parts.decide}, evolve: ${parts.evolve}, initialState: () => ({ total: 0 }) };`,
  'a default export': `export default { decide: ${parts.decide}, evolve: ${parts.evolve}, initialState: () => ({ total: 0 }) };`,
  'an initial state that is a value': `export const decide = ${parts.decide};
    export const evolve = ${parts.evolve};
    export const initialState = { total: 0 };`,
  '`when` and `getInitialState`': `export const decide = ${parts.decide};
    export const when = ${parts.evolve};
    export const getInitialState = () => ({ total: 0 });`,
  'isTerminal beside them': `export const decide = ${parts.decide};
    export const evolve = ${parts.evolve};
    export const initialState = () => ({ total: 0 });
    export const isTerminal = () => false;`,
};

const decideWith = async (module: ModelModule) => {
  const sandbox = await openSandbox();
  const [status] = await sandbox.load([module]);
  const reply = status?.kind === 'ready' ? await sandbox.decide(addCommand(added([2, 3]))) : undefined;
  return { status, reply };
};

describe('accepted shapes of a decider', () => {
  it.each(Object.entries(shapes))('%s', async (_name, text) => {
    const { reply } = await decideWith(decider(text));

    expect(reply).toEqual({
      kind: 'decided',
      events: [{ type: 'Added', data: { before: 5 } }],
      logs: [],
      diagnostics: [],
    });
  });

  it('several files with relative imports and the helpers that Emmett users know', async () => {
    const { reply } = await decideWith({
      ...decider(''),
      files: [
        {
          path: 'Counter.ts',
          text: `import { IllegalStateError, type Decider } from '@event-driven-io/emmett';
import { start, type State } from './state';
export { evolve } from './evolve.ts';
export const initialState = (): State => start;
export const decide = (command: any, state: State) => { throw new IllegalStateError('It is full'); };`,
        },
        { path: 'state.ts', text: 'export type State = { total: number };\nexport const start: State = { total: 0 };' },
        { path: 'evolve.ts', text: `export const evolve = ${parts.evolve};` },
      ],
    });

    expect(reply).toMatchObject({
      kind: 'threw',
      error: {
        name: 'IllegalStateError',
        message: 'It is full',
        phase: 'decide',
        isFailure: false,
        place: { moduleId: 'counter', file: 'Counter.ts', line: 5 },
      },
    });
  });
});

describe('what is refused, with words', () => {
  const refusals: [what: string, text: string, words: string][] = [
    [
      'no decide',
      'export const evolve = (s: any) => s; export const initialState = {};',
      'does not export a function `decide`',
    ],
    [
      'no initial state',
      'export const evolve = (s: any) => s; export const decide = () => [];',
      'does not export `initialState`',
    ],
    [
      'swapped parameters',
      'export const initialState = {}; export const evolve = (s: any) => s; export const decide = (state: any, command: any) => [];',
      'The parameters of decide are (command, state)',
    ],
    ['an unknown import', "import { x } from './missing'; export const y = x;", 'Cannot find module "./missing"'],
    ['an import of a package', "import x from 'lodash'; export const y = x;", 'Cannot find module "lodash"'],
  ];

  it.each(refusals)('%s', async (_what, text, words) => {
    const { status } = await decideWith(decider(text));

    expect(status).toMatchObject({ kind: 'broken', error: { isFailure: true } });
    expect(status?.kind === 'broken' && status.error.message).toContain(words);
  });
});
