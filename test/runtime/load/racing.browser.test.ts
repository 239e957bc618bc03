import { expect, it, onTestFinished } from 'vitest';
import { openMemoryStore } from '#event-store';
import type { Run } from '#runtime';
import { createSandbox, openFrameHost } from '#sandbox';
import { createProgramInForce } from '../../../src/engine/program/ProgramInForce.ts';
import { arrivalOf } from '../../../src/runtime/load/LoadPlan.ts';
import { handleRacing } from '../../../src/runtime/load/racing.ts';
import { tillProgram } from '../../engine/support/till.ts';

const takesAll = `
export const initialState = () => 0;
export const decide = ({ data }) => ({ type: 'AmountTaken', data });
export const evolve = (count) => count + 1;
`;

const counting = `
export const getDocumentId = () => 'all';
export const evolve = (count) => (count ?? 0) + 1;
`;

it('answers the slowest of those who race, however often all the others are faster', async () => {
  const store = await openMemoryStore(crypto.randomUUID());
  const host = await openFrameHost();
  const sandbox = createSandbox(host);
  onTestFinished(() => {
    sandbox.close();
    store.close();
    host.close();
  });
  const inForce = createProgramInForce(sandbox, []);
  await inForce.change(tillProgram({ decider: takesAll, openTills: counting }));
  let left = 70;
  const overtaken: Run['store'] = {
    ...store,
    append: async (commit) => {
      left -= 1;
      if (left > 0) await store.appendToStream('somebody-else', [{ type: 'AmountTaken', data: { left } }]);
      return store.append(commit);
    },
  };
  const run: Run = { store: overtaken, sandbox, program: inForce.running };
  const arrival = arrivalOf(
    {
      command: { type: 'TakeAmount', data: { amount: 1 }, idField: 'tillId', newIds: [] },
      users: 1,
      seconds: 1,
      hotStreams: null,
      begin: [],
      handling: 'racing',
    },
    0,
  );

  expect(await handleRacing(run, arrival, new AbortController().signal)).toEqual({ kind: 'appended' });
  expect(await store.streams()).toHaveLength(2);
});
