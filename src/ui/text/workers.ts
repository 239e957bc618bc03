import type { DocumentSources } from '#state';
import { counted } from './counted.ts';

const documents = (count: number): string => counted(count, 'document', 'documents');

/** Words for work that is shared out among workers. */
export const workerTexts = {
  open: 'Workers …',
  title: (name: string) => `Workers of ${name}`,
  description:
    'They take turns inside the engine, each with a checkpoint of its own for its partition of the events. So they meet every order that workers on several machines would meet.',
  count: 'How many',
  counts: (count: number) => counted(count, 'worker', 'workers'),
  by: 'Shared out',
  ways: { stream: 'By stream', document: 'By document' },
  wayHint: {
    stream:
      'A hash of the stream’s name says whose it is. Events of one stream never come out of order; those of two streams come in any order.',
    document:
      'getDocumentId says where an event goes, and a hash of that whose it is. Each document hears its events in the order of the log.',
    workflow:
      'getWorkflowId says which workflow an event goes to, and a hash of that whose it is. All that one workflow is handed keeps its order: events, what it sends, and messages whose time has come.',
  },
  policyByStream:
    'A hash of the stream’s name says whose an event is. Events of one stream are never answered out of order; those of two streams are in any order.',
  policyAgain: (from: number) =>
    `All begin at event ${from}, where the last one is. What others have done beyond comes again, and is answered by its first outcomes.`,
  sources: ({ documents: all, shared, example }: DocumentSources): string => {
    if (all === 0) return 'No recorded event goes to a document yet.';
    if (!example)
      return `Each of ${documents(all)} is written by one stream: by stream nothing can come out otherwise.`;
    const { documentId, streams } = example;
    const why = `${shared} of ${documents(all)} ${shared === 1 ? 'is' : 'are'} written by several streams, as ${documentId} is by ${streams.join(' and ')}`;
    return all === 1
      ? `${why}. By document, one worker has all the work: one worker is right here.`
      : `${why}. By stream these may come out otherwise than with one worker; by document they do not.`;
  },
  again: (from: number) =>
    `All begin at event ${from}, where the last one is. What others have done beyond comes again.`,
  noneTwice: 'All stand at the same event: nothing comes twice.',
  withFaults:
    'The fault desk is on: each partition is handed its own events, with the faults of each, by the same plan anew.',
  shareOut: 'Share out',
  workers: 'Workers',
  sharedBy: { stream: 'Workers, by stream', document: 'Workers, by document', workflow: 'Workers, by workflow' },
  standing: (checkpoint: number, behind: number) =>
    behind > 0 ? `event ${checkpoint}, ${behind} behind` : `event ${checkpoint}`,
  wasKilled: (successor: number | undefined): string =>
    successor === undefined ? 'killed, nobody goes on' : `killed, worker ${successor} goes on`,
  stopped: 'stopped',
  worker: (number: number) => `Worker ${number}`,
  kill: (number: number) => `Kill worker ${number} in the middle of its work`,
  revive: (number: number) => `Bring worker ${number} back`,
  step: (number: number) => `Next event of worker ${number}`,
  holds: (names: string[], more: number): string => `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  nothing: 'nothing yet',
};
