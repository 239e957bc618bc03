import type { DocumentChange, EventStore, Json } from '#event-store';
import { idInOrder } from '../idInOrder.ts';
import type { LeftOutEvent } from '../leftOutPositions.ts';
import { policyConsumer } from '../policyConsumer.ts';

const projectionOf = (policyId: string): string => `${policyConsumer(policyId)}/left-out`;

/** Partitions leave out of an event what they were handed of it, each for itself. */
const changeOf = (policyId: string, { position, messageIds = [] }: LeftOutEvent, document: Json): DocumentChange => ({
  projection: projectionOf(policyId),
  documentId: [idInOrder(position), ...messageIds.slice(0, 1)].join(' '),
  document,
});

/** That a policy never gets an event, or not before it is replayed, however its work is shared out and whatever its code is. */
export const nowLeftOut = (policyId: string, leftOut: LeftOutEvent): DocumentChange =>
  changeOf(policyId, leftOut, leftOut as Json);

/** That it has got it after all. */
export const replayed = (policyId: string, leftOut: LeftOutEvent): DocumentChange => changeOf(policyId, leftOut, null);

/** The events that a policy broke at and then went past. */
export const leftOutOfPolicy = async (store: EventStore, policyId: string): Promise<LeftOutEvent[]> =>
  (await store.documents(projectionOf(policyId))).map(({ document }) => document as LeftOutEvent);

/** Whether the event at a position, or that of what it is read as, is left out. */
export type IsLeftOut = (position: number, messageId: string) => boolean;

export const leftOutFrom = async (store: EventStore, policyId: string): Promise<IsLeftOut> => {
  const at = Map.groupBy(await leftOutOfPolicy(store, policyId), ({ position }) => position);
  return (position, messageId) =>
    at.get(position)?.some(({ messageIds }) => !messageIds || messageIds.includes(messageId)) ?? false;
};
