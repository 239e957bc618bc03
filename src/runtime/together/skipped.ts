import type { DocumentChange, EventStore } from '#event-store';
import { policyConsumer } from '../policyConsumer.ts';

const projectionOf = (policyId: string): string => `${policyConsumer(policyId)}/skipped`;

/** That a policy never gets the event at a position, however its work is shared out, and whatever its code is. */
export const skippedAt = (policyId: string, position: number): DocumentChange => ({
  projection: projectionOf(policyId),
  documentId: String(position).padStart(12, '0'),
  document: position,
});

/** The positions of the events that a policy never gets. */
export const readSkipped = async (store: EventStore, policyId: string): Promise<ReadonlySet<unknown>> =>
  new Set((await store.documents(projectionOf(policyId))).map(({ document }) => document));
