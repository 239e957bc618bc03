import type { Backend, StoreMessage } from './Backend.ts';
import { CommitQueue } from './CommitQueue.ts';
import { changingStreams } from './changeStream.ts';
import type { Appended, CommandRecord, Commit, EventStore, EventStoreOptions } from './EventStore.ts';
import { InvalidArgument, StaleFence } from './errors.ts';
import { inspectStore } from './inspect.ts';
import { createListeners } from './listeners.ts';
import { newUuid } from './newUuid.ts';
import { prepareCommit } from './prepareCommit.ts';
import { eventById, readAll, readLogPage, readStream } from './readEvents.ts';
import { createSubscriptions } from './subscriptions.ts';

/** Commits in one transaction. More gain nothing and keep the first of them waiting. */
const largestGroup = 500;

/** The store's behaviour over a backend: what is the same wherever the events are kept. */
export const createEventStore = (name: string, backend: Backend, options: EventStoreOptions): EventStore => {
  const { now = Date.now, newId = newUuid, segmentSize = 0 } = options;
  const subscriptions = createSubscriptions((range) => readAll(backend, range));
  const [recorded, changed] = [createListeners<CommandRecord>(), createListeners<string>()];

  const announce = ({ appended, commandRecords, marked = [] }: StoreMessage): void => {
    queue.forget(marked);
    if (appended) subscriptions.wake();
    commandRecords.forEach(recorded.tell);
    marked.forEach(changed.tell);
  };
  const queue = new CommitQueue(backend, Math.max(largestGroup, 2 * segmentSize), now, (message) => {
    backend.tell(message);
    announce(message);
  });
  backend.onTold((message) => {
    if (message.appended) queue.follow(message.appended);
    announce(message);
  });
  const logEnd = async () => (await backend.survey({ streams: [], ids: [] })).end;
  const append = async (commit: Commit) => queue.commit(prepareCommit(commit, newId));

  return {
    name,
    append,
    appendToStream: async (stream, events, { expectedVersion = 'any', checks = [] } = {}): Promise<Appended> => {
      const { streams, ...committed } = await append({ writes: [{ stream, events, expectedVersion }], checks });
      return { ...committed, version: streams[0]?.version ?? 0 };
    },
    readStream: (stream, range) => readStream(backend, stream, range),
    readAll: (range) => readAll(backend, range),
    event: (eventId) => eventById(backend, eventId),
    readLogPage: (from) => readLogPage(backend, from),
    subscribe: (range, handle) => subscriptions.subscribe(range, handle),
    lastPosition: async () => (await logEnd()).position,
    logEnd,
    ...changingStreams(backend, now, (stream) => {
      const message = { commandRecords: [], marked: [stream] };
      backend.tell(message);
      announce(message);
    }),
    onStreamChanged: changed.add,

    document: backend.document,
    documents: backend.documents,
    countDocuments: backend.countDocuments,
    storeDocuments: async (documents, { clear = [], checkpoints = [], fence, basedOn = [] } = {}) => {
      const stored = await backend.write({
        ...(fence === undefined ? {} : { after: fence }),
        clear,
        documents,
        checkpoints,
        basedOn,
      });
      if (stored.kind !== 'stored') {
        throw new StaleFence(fence ?? 0, (await logEnd()).position);
      }
    },
    checkpoint: backend.checkpoint,

    recordCommand: async (record) => {
      if (record.commandId === '') throw new InvalidArgument('A command needs an id.');
      const stored = await backend.write({ commandRecords: [record] });
      const [kept] = stored.kind === 'stored' ? stored.commandRecords : [];
      if (!kept) throw new InvalidArgument(`The command "${record.commandId}" could not be recorded.`);
      const message = { commandRecords: [kept] };
      backend.tell(message);
      announce(message);
      return kept;
    },
    commandRecord: backend.commandRecord,
    commandRecords: ({ after = 0, limit = Number.POSITIVE_INFINITY } = {}) => backend.commandRecords(after, limit),
    lastSequence: backend.lastSequence,
    onCommandRecorded: recorded.add,

    keepCodeVersions: backend.keepCodeVersions,
    codeVersion: backend.codeVersion,

    inspect: (request) => inspectStore(backend, request),
    seal: ({ size = 1000, unsealed = 1000 } = {}) => backend.seal({ size, unsealed }),

    close: () => {
      subscriptions.close();
      backend.close();
    },
  };
};
