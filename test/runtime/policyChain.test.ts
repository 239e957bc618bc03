import { describe, expect, it } from 'vitest';
import { type CommandRecord, type EventStore, openMemoryStore, type RecordedEvent } from '#event-store';
import { chainTo, createChainCounter } from '../../src/runtime/policyChain.ts';
import { refusedRecord } from './records.ts';

/** A command that stored one event, in answer to the event of the command before it. */
const append = async (
  store: EventStore,
  commandId: string,
  types: { command: string; event: string },
  origin: CommandRecord['origin'],
): Promise<RecordedEvent> => {
  const { events } = await store.append({
    writes: [{ stream: 'stock-1', events: [{ type: types.event, data: {} }] }],
    commandRecord: {
      ...refusedRecord(commandId),
      type: types.command,
      stream: 'stock-1',
      decidedOnVersion: await store.lastPosition(),
      origin,
      correlationId: 'start',
      outcome: { kind: 'appended', eventIds: [`${commandId}/1`] },
    },
  });
  const [event] = events;
  if (!event) throw new Error('Nothing was stored.');
  return event;
};

const byPolicy = (eventId: string) => ({ kind: 'policy' as const, policyId: 'reorder', eventId });

const storeWithChain = async (name: string) => {
  const store = await openMemoryStore(name);
  await append(store, 'start', { command: 'TakeOut', event: 'StockLow' }, { kind: 'person' });
  await append(store, 'second', { command: 'Reorder', event: 'Reordered' }, byPolicy('start/1'));
  const last = await append(store, 'third', { command: 'TakeOut', event: 'StockLow' }, byPolicy('second/1'));
  return { store, last };
};

describe('a chain of policies', () => {
  it('is told from its start to an event, commands and events in turn', async () => {
    const { store, last } = await storeWithChain('chain/told');

    expect(await chainTo(store, last)).toEqual(['TakeOut', 'StockLow', 'Reorder', 'Reordered', 'TakeOut', 'StockLow']);
  });

  it('is counted by its start, from what is stored and from what is sent since', async () => {
    const { store } = await storeWithChain('chain/counted');
    const chains = createChainCounter(store);

    const stored = await chains.countOf('start');
    await chains.add('start');

    expect([stored, await chains.countOf('start'), await chains.countOf('another start')]).toEqual([2, 3, 0]);
  });
});
