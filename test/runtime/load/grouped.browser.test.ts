import { describe, expect, it, onTestFinished } from 'vitest';
import { type EventStore, openMemoryStore } from '#event-store';
import { handleCommand, type Run } from '#runtime';
import { createSandbox, openFrameHost } from '#sandbox';
import { createProgramInForce } from '../../../src/engine/program/ProgramInForce.ts';
import { commandOfArrival } from '../../../src/runtime/load/commandsOfLoad.ts';
import { openGrouping } from '../../../src/runtime/load/grouped.ts';
import { arrivalOf, type LoadPlan } from '../../../src/runtime/load/LoadPlan.ts';
import { tillProgram } from '../../engine/support/till.ts';

/** Refuses every third amount, so that a group holds both. */
const counting = `
export const initialState = () => ({ amounts: [] });
export const decide = ({ data, metadata }, { amounts }) => {
  if (metadata.commandId.endsWith('3')) throw new Error('Not this one.');
  if (metadata.commandId.endsWith('7')) return [];
  return [
    { type: 'AmountTaken', data: { ...data, before: amounts.length } },
    { type: 'TillCounted', data: { tillId: data.tillId, total: amounts.length } },
  ];
};
export const evolve = ({ amounts }, { type, data, metadata }) =>
  ({ amounts: type === 'AmountTaken' ? [...amounts, Number(metadata.globalPosition)] : amounts });
`;
const totals = `
export const canHandle = ['AmountTaken'];
export const getDocumentId = ({ data }) => [data.tillId, 'all'];
export const evolve = (document, { data, metadata }) =>
  ({ count: (document ? document.count : 0) + 1, last: [data.before, Number(metadata.globalPosition)] });
`;

const plan: LoadPlan = {
  command: { type: 'TakeAmount', data: { tillId: 'any', amount: 2 }, idField: 'tillId', newIds: [] },
  users: 40,
  seconds: 4,
  hotStreams: 3,
  begin: [],
  handling: 'grouped',
};
const arrivals = Array.from({ length: plan.users }, (_, user) => arrivalOf(plan, user));

const openRun = async (): Promise<Run> => {
  const store: EventStore = await openMemoryStore(crypto.randomUUID());
  const host = await openFrameHost();
  const sandbox = createSandbox(host);
  onTestFinished(() => {
    sandbox.close();
    store.close();
    host.close();
  });
  const inForce = createProgramInForce(sandbox, []);
  await inForce.change(tillProgram({ decider: counting, openTills: totals }));
  return { store, sandbox, program: inForce.running };
};

const allOf = async ({ store, program }: Run) => {
  const module = program().modules.get('open-tills');
  const projection = `open-tills@${module?.kind === 'ready' ? module.hash : ''}`;
  const records = await store.commandRecords();
  return {
    log: (await store.readAll()).events,
    documents: await store.documents(projection),
    // Refusals are stored beside the group: who is stored first is no matter.
    records: records.map(({ sequence: _, ...record }) => record).sort((a, b) => (a.commandId < b.commandId ? -1 : 1)),
  };
};

describe('commands that are grouped', () => {
  it('come to the same events, documents and records, byte by byte, as one after the other', async () => {
    const oneByOne = await openRun();
    for (const arrival of arrivals) await handleCommand(oneByOne, commandOfArrival(oneByOne, arrival));

    const grouped = await openRun();
    const handleGroup = await openGrouping(grouped);
    await handleGroup(arrivals.slice(0, 25));
    await handleGroup(arrivals.slice(25));

    expect(await allOf(grouped)).toEqual(await allOf(oneByOne));
    expect((await oneByOne.store.readAll()).events.length).toBeGreaterThan(50);
  });
});
