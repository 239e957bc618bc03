import type { DocumentChange, EventStore, Json } from '#event-store';
import type { CodeError } from '#sandbox';
import type { Run } from '../Run.ts';
import type { Part } from './Part.ts';

const reason = 'reason';

export const keptReason = async (store: EventStore, stop: string): Promise<CodeError | undefined> =>
  (await store.document(stop, reason)) as CodeError | undefined;

/** Why a share stopped; stored with the stop, as a later visit asks too. */
export const whyStopped = ({ store }: Run, share: Part): Promise<CodeError | undefined> =>
  keptReason(store, share.stop);

/** To be stored with a stop. */
export const reasonAt = (stop: string, error: CodeError | undefined): DocumentChange[] =>
  error ? [{ projection: stop, documentId: reason, document: error as Json }] : [];

export const reasonFor = (share: Part, error: CodeError | undefined): DocumentChange[] => reasonAt(share.stop, error);
