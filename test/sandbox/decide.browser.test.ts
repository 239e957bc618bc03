import { expect, it } from 'vitest';
import { addCommand, added, counter, decider, openSandbox } from './support/sandboxes.ts';

it('folds the events it is given and decides on what they make', async () => {
  const sandbox = await openSandbox();
  const statuses = await sandbox.load([decider(counter)]);

  const reply = await sandbox.decide(addCommand(added([2, 3]), { amount: 7 }));

  expect(statuses).toEqual([
    { kind: 'ready', module: decider(counter), facts: { exports: ['initialState', 'evolve', 'decide'] } },
  ]);
  expect(reply).toEqual({
    kind: 'decided',
    events: [{ type: 'Added', data: { amount: 7, before: 5 } }],
    logs: [],
    diagnostics: [],
  });
});
