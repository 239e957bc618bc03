import { describe, expect, it } from 'vitest';
import { type FaultPlan, partitionOf } from '#model';
import { faultsOf, type PolicyControl } from '#runtime';
import { readHistory } from '../../support/readHistory.ts';
import { readInHeaps } from '../support/heaps.ts';
import { openTestRun } from '../support/openTestRun.ts';
import { type TillOptions, tillProgram } from '../support/till.ts';

type Policy = NonNullable<TillOptions['policies']>[number];

/** Opens a till named after each amount. */
const openAnother: Policy = {
  id: 'policy',
  hears: ['AmountTaken'],
  code: `export const react = ({ data }) => ({ type: 'OpenTill', data: { tillId: data.amount + (data.isNew ? '' : '?') } });`,
};

/** Keeps the amounts that it was handed, in its stream. */
const counting: Policy = {
  id: 'policy',
  hears: ['AmountTaken'],
  process: { category: 'Count', commands: ['OpenTill'] },
  code: `
export const getWorkflowId = () => 'all';
export const initialState = () => [];
export const decide = (input) => ({ type: 'OpenTill', data: { tillId: String(input.data.amount) } });
export const evolve = (amounts, event) => (event.type === 'AmountTaken' ? [...amounts, event.data.amount] : amounts);
`,
};

const telling: Policy = {
  id: 'policy',
  hears: ['AmountTaken'],
  publishes: { stream: 'public/Tills', types: ['MoneyCameIn'] },
  code: `export const translate = ({ data }) => ({ type: 'MoneyCameIn', data: { cents: data.amount } });`,
};

const programWith = (policy: Policy) => ({ ...readInHeaps(tillProgram({ policies: [policy] })), readModels: [] });

/** A policy that hears amounts that were stored in version 1. */
const openRunWith = async (policy: Policy) => {
  const run = await openTestRun();
  const { session, store, takeTurn } = run;
  await session.useProgram(programWith(policy));
  const take = async (...amounts: number[]) => {
    for (const amount of amounts)
      await store.append({
        writes: [
          {
            stream: 'Till-1',
            events: [{ type: 'AmountTaken', data: { tillId: '1', amount }, eventId: `${amount}/1` }],
          },
        ],
      });
    await takeTurn();
  };
  const opened = async () =>
    (await store.readAll()).events
      .filter(({ type }) => type === 'TillOpened')
      .map(({ metadata }) => metadata.streamName);
  /** As a crash does between what came of an event and the checkpoint. */
  const deliverAgain = async () => {
    await store.storeDocuments([], { checkpoints: [{ consumer: 'policy/policy', position: 0 }] });
    await takeTurn();
  };
  return { ...run, take, opened, deliverAgain };
};

describe('an event that is read as none or as several', () => {
  it('is answered by a policy once for each, and once more for none where it is delivered twice', async () => {
    const { take, opened, deliverAgain, store } = await openRunWith(openAnother);

    await take(0, 7, 300);

    expect(await opened()).toEqual(['Till-7', 'Till-100', 'Till-200']);
    const records = await store.commandRecords();
    // All of them name what is stored.
    expect(records.map(({ origin }) => 'eventId' in origin && origin.eventId)).toEqual(['7/1', '300/1', '300/1']);
    const before = await readHistory(store);
    await deliverAgain();
    expect(await readHistory(store)).toEqual(before);
  });

  it('is handed over with faults as what is stored, and has one effect', async () => {
    const { session, store, take, opened } = await openRunWith(openAnother);
    const plan: FaultPlan = { seed: 4, kinds: ['duplicate', 'reorder'], oneIn: 1, isWithinStreams: true };
    await session.controlPolicy('policy', { kind: 'inject-faults', plan });

    await take(0, 7, 300);

    expect((await opened()).toSorted()).toEqual(['Till-100', 'Till-200', 'Till-7']);
    const handovers = (await faultsOf(store, 'policy'))?.handovers ?? [];
    expect(handovers.filter(({ position }) => position === 1)).toEqual([]);
    const ofSplit = handovers.filter(({ position }) => position === 3);
    expect(ofSplit[0]).toMatchObject({ answers: { sent: 2, known: 0 } });
    for (const { answers } of ofSplit.slice(1)) expect(answers).toEqual({ sent: 0, known: 2 });
  });

  it('crashes a policy in between: started again, it sends the rest', async () => {
    const { session, take, opened, takeTurn } = await openRunWith(openAnother);
    const plan: FaultPlan = { seed: 4, kinds: ['crash'], oneIn: 1, isWithinStreams: false };
    await session.controlPolicy('policy', { kind: 'inject-faults', plan });

    await take(300);
    expect(await opened()).toEqual(['Till-100']);
    await session.controlPolicy('policy', { kind: 'restart' });
    await takeTurn();

    expect(await opened()).toEqual(['Till-100', 'Till-200']);
  });

  it('is handed to a process manager once for each, which its stream keeps as they are', async () => {
    const { session, store, take, opened, deliverAgain } = await openRunWith(counting);

    await take(0, 7, 300);
    await deliverAgain();

    expect((await opened()).toSorted()).toEqual(['Till-100', 'Till-200', 'Till-7']);
    const { events } = await store.readStream('Count-all');
    const received = events.filter(({ type }) => type === 'received:AmountTaken');
    expect(received.map(({ data, metadata }) => [data, metadata.schemaVersion])).toEqual(
      [7, 100, 200].map((amount) => [{ tillId: '1', amount, isNew: true }, 2]),
    );
    const { states } = await session.moment({ position: Number.MAX_SAFE_INTEGER, streams: ['Count-all'] });
    expect(states[0]?.after).toBe('[7,100,200]');
  });

  it('is left out by the partition of a process manager that breaks at its part of it, and not by the other one', async () => {
    const breakingAt = (amount: number): Policy => ({
      ...counting,
      code: `
export const getWorkflowId = (input) => String(input.data.amount);
export const initialState = () => ({});
export const decide = ({ data: { amount } }) => {
  if (amount === ${amount}) throw new Error('Not this one.');
  return { type: 'OpenTill', data: { tillId: String(amount) } };
};
export const evolve = (state) => state;
`,
    });
    const { session, take, opened, takeTurn } = await openRunWith(breakingAt(100));
    const control = (how: PolicyControl) => session.controlPolicy('policy', how);
    await control({ kind: 'share-out', count: 2 });
    await control({ kind: 'follow', pace: { kind: 'paused' } });
    const breaking = partitionOf('Count-100', 2);
    const other = [200, 201, 202, 203].find((amount) => partitionOf(`Count-${amount}`, 2) !== breaking) ?? 0;
    await take(100 + other);
    await control({ kind: 'step', worker: breaking });
    await takeTurn();
    await control({ kind: 'park' });

    await control({ kind: 'follow', pace: { kind: 'full' } });
    await takeTurn();
    expect(await opened()).toEqual([`Till-${other}`]);

    await session.useProgram(programWith(breakingAt(0)));
    await control({ kind: 'replay-parked', position: 1 });
    await takeTurn();
    expect(await opened()).toEqual([`Till-${other}`, 'Till-100']);
  });

  it('is translated once for each; what has been published stays as it was, however the private event is read', async () => {
    const { session, store, take, deliverAgain } = await openRunWith(telling);
    const published = async () => (await store.readStream('public/Tills')).events;

    await take(0, 7, 300);
    const before = await published();
    await session.useProgram(
      programWith({ ...telling, code: telling.code.replace('cents: data', 'cents: 0, all: data') }),
    );
    await deliverAgain();

    expect(before.map(({ data }) => data)).toEqual([{ cents: 7 }, { cents: 100 }, { cents: 200 }]);
    expect(before.map(({ metadata }) => metadata.causationId)).toEqual(['7/1', '300/1', '300/1']);
    expect(await published()).toEqual(before);
  });
});
