import type { DocumentChange, Json } from '#event-store';
import type { CodeError } from '#sandbox';
import type { Run } from '../Run.ts';
import { type Share, stopOfShare } from './Share.ts';

const reason = 'reason';

/** Why a share stopped; stored with the stop, as a later visit asks too. */
export const whyStopped = async ({ store }: Run, share: Share): Promise<CodeError | undefined> =>
  (await store.document(stopOfShare(share), reason)) as CodeError | undefined;

/** To be stored with a stop. */
export const reasonFor = (share: Share, error: CodeError | undefined): DocumentChange[] =>
  error ? [{ projection: stopOfShare(share), documentId: reason, document: error as Json }] : [];
