import type { DocumentChange, Json } from '#event-store';
import type { CodeError } from '#sandbox';
import type { Run } from '../Run.ts';
import type { Part } from './Part.ts';

const reason = 'reason';

/** Why a share stopped; stored with the stop, as a later visit asks too. */
export const whyStopped = async ({ store }: Run, { stop }: Part): Promise<CodeError | undefined> =>
  (await store.document(stop, reason)) as CodeError | undefined;

/** Or somebody else was first. */
export const notStopped = (): Error => new Error('It has not stopped: there is no event to leave out.');

/** To be stored with a stop. */
export const reasonFor = ({ stop }: Part, error: CodeError | undefined): DocumentChange[] =>
  error ? [{ projection: stop, documentId: reason, document: error as Json }] : [];
