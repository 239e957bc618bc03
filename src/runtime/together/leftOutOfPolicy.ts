import type { DocumentChange, EventStore, Json } from '#event-store';
import type { LeftOutEvent } from '../leftOutPositions.ts';
import { policyConsumer } from '../policyConsumer.ts';

const projectionOf = (policyId: string): string => `${policyConsumer(policyId)}/left-out`;

const changeAt = (policyId: string, position: number, document: Json): DocumentChange => ({
  projection: projectionOf(policyId),
  documentId: String(position).padStart(12, '0'),
  document,
});

/** That a policy never gets an event, or not before it is replayed, however its work is shared out and whatever its code is. */
export const leftOutAt = (policyId: string, leftOut: LeftOutEvent): DocumentChange =>
  changeAt(policyId, leftOut.position, leftOut as Json);

/** That it has got it after all. */
export const replayedAt = (policyId: string, position: number): DocumentChange => changeAt(policyId, position, null);

/** The events that a policy broke at and then went past. */
export const leftOutOfPolicy = async (store: EventStore, policyId: string): Promise<LeftOutEvent[]> =>
  (await store.documents(projectionOf(policyId))).map(({ document }) => document as LeftOutEvent);

/** Where they stand. */
export const leftOutPlaces = async (store: EventStore, policyId: string): Promise<ReadonlySet<number>> =>
  new Set((await leftOutOfPolicy(store, policyId)).map(({ position }) => position));
