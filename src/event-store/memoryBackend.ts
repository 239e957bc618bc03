import { type Backend, emptyLog, type StoreMessage, type Transaction } from './Backend.ts';
import {
  type ChangeSet,
  eventsOf,
  lastPositionOf,
  lastStreamPositionOf,
  type Occurrence,
  occurrencesIn,
} from './changeSet.ts';
import type {
  Checkpoint,
  CodeVersion,
  CommandRecord,
  EventStoreOptions,
  Json,
  LogEnd,
  RecordedEvent,
  StoredKind,
} from './EventStore.ts';
import { StorageFailure, storeClosed } from './errors.ts';
import { isClosed, noMarks, type StreamHead, type StreamMarks } from './streamState.ts';

/** Everything that stands under one name. Documents and records are JSON text, so that nobody can change them later. */
type MemoryData = {
  changeSets: ChangeSet[];
  byStream: Map<string, ChangeSet[]>;
  marks: Map<string, StreamMarks>;
  documents: Map<string, Map<string, string>>;
  checkpoints: Map<string, number>;
  commandRecords: Map<string, string>;
  lastSequence: number;
  codeVersions: Map<string, string>;
  listeners: Set<(message: StoreMessage) => void>;
};

const databases = new Map<string, MemoryData>();

const emptyData = (): MemoryData => ({
  changeSets: [],
  byStream: new Map(),
  marks: new Map(),
  documents: new Map(),
  checkpoints: new Map(),
  commandRecords: new Map(),
  lastSequence: 0,
  codeVersions: new Map(),
  listeners: new Set(),
});

export const deleteMemoryData = (name: string): void => {
  databases.delete(name);
};

/** Stores opened under the same name share their data, as tabs do; it lives as long as the page. */
export const openMemoryBackend = (name: string, { beforeWrite }: EventStoreOptions): Backend => {
  const data = databases.get(name) ?? emptyData();
  databases.set(name, data);
  let isOpen = true;
  let listener: ((message: StoreMessage) => void) | undefined;
  const answer: Answer = async (read) => {
    if (!isOpen || databases.get(name) !== data) throw storeClosed(name);
    return read();
  };

  return {
    survey: ({ streams, ids }) =>
      answer(() => ({
        end: endOf(data),
        heads: streams.map((stream) => headOf(data, stream)),
        occurrences: ids.map((wanted) => occurrencesOf(data, wanted.stream, wanted.ids)),
      })),
    write: (transaction) =>
      answer(() => {
        if (transaction.after !== undefined && transaction.after !== endOf(data).position) return { kind: 'moved-on' };
        const holds = ({ consumer, position }: Checkpoint): boolean =>
          (data.checkpoints.get(consumer) ?? 0) === position;
        if (isClosedOrMarkedAnew(data, transaction)) return { kind: 'moved-on' };
        if (transaction.basedOn?.every(holds) === false) return { kind: 'outdated' };
        if (beforeWrite) inject(beforeWrite, transaction.changeSets ?? []);
        return { kind: 'stored', commandRecords: apply(data, transaction) };
      }),
    streamSets: (stream, { from, to, limit, direction }) =>
      answer(() => {
        const isWithin = (set: ChangeSet): boolean =>
          lastStreamPositionOf(set) >= from && set.firstStreamPosition <= to;
        const sets = (data.byStream.get(stream) ?? []).filter(isWithin);
        const changeSets = direction === 'forwards' ? sets.slice(0, limit) : sets.slice(-limit);
        return { ...headOf(data, stream), changeSets };
      }),
    logFrom: (position, span) =>
      answer(() => {
        const start = indexOfPosition(data.changeSets, position);
        const end = indexOfPosition(data.changeSets, position + span - 1) + 1;
        return {
          kind: 'change-sets',
          changeSets: data.changeSets.slice(start, end),
          isEnd: end >= data.changeSets.length,
        };
      }),
    eventOf: (eventId) => answer(() => eventOf(data, eventId)),
    ...memoryMarks(data, answer),
    inspect: (kind, limit) =>
      answer(() => {
        const records = inMemory[kind](data);
        return { count: records.length, newest: records.slice(-limit).reverse() };
      }),
    /** Nothing is read faster from memory for it. */
    seal: () => answer(() => false),
    streams: () => answer(() => [...data.byStream.keys()].map((stream) => ({ stream, ...headOf(data, stream) }))),
    ...memoryDocuments(data, answer),
    checkpoint: (consumer) => answer(() => data.checkpoints.get(consumer) ?? 0),
    commandRecord: (commandId) =>
      answer(() => {
        const text = data.commandRecords.get(commandId);
        return text === undefined ? undefined : parse<CommandRecord>(text);
      }),
    commandRecords: (after, limit) => answer(() => recordsAfter(data, after).slice(0, limit)),
    lastSequence: () => answer(() => data.lastSequence),
    keepCodeVersions: (versions) =>
      answer(() => {
        for (const version of versions)
          if (!data.codeVersions.has(version.hash)) data.codeVersions.set(version.hash, JSON.stringify(version));
      }),
    codeVersion: (hash) =>
      answer(() => {
        const text = data.codeVersions.get(hash);
        return text === undefined ? undefined : parse<CodeVersion>(text);
      }),
    tell: (message) => {
      for (const listen of data.listeners) if (listen !== listener) queueMicrotask(() => listen(message));
    },
    onTold: (handle) => {
      listener = handle;
      data.listeners.add(handle);
    },
    close: () => {
      isOpen = false;
      if (listener) data.listeners.delete(listener);
    },
  };
};

const parse = <T>(text: string): T => JSON.parse(text) as T;

const versionOf = ({ byStream }: MemoryData, stream: string): number => {
  const last = byStream.get(stream)?.at(-1);
  return last ? lastStreamPositionOf(last) : 0;
};

const eventOf = ({ changeSets }: MemoryData, eventId: string): RecordedEvent | undefined => {
  const wanted = new Set([eventId]);
  const set = changeSets.find((one) => occurrencesIn(one, wanted).length > 0);
  return set && eventsOf(set).find(({ metadata }) => metadata.eventId === eventId);
};

type Answer = <T>(read: () => T) => Promise<T>;

const memoryMarks = (
  data: MemoryData,
  answer: Answer,
): Pick<Backend, 'mark' | 'markedStreams' | 'archivedStreams'> => ({
  mark: (stream, change) =>
    answer(() => {
      const head = headOf(data, stream);
      const marks = change(head, endOf(data).position);
      if (marks === head.marks) return false;
      data.marks.set(stream, { ...marks, revision: (head.marks.revision ?? 0) + 1 });
      return true;
    }),
  markedStreams: () =>
    answer(() =>
      [...data.marks]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([stream, marks]) => ({ stream, ...structuredClone(marks) })),
    ),
  archivedStreams: () =>
    answer(() => [...data.marks].flatMap(([stream, { archivedAt }]) => (archivedAt === undefined ? [] : stream))),
});

type Kept = { key: string; record: unknown };

const parsed = (texts: Map<string, string>): Kept[] =>
  [...texts].map(([key, text]) => ({ key, record: parse<unknown>(text) }));

const inMemory: { [kind in StoredKind]: (data: MemoryData) => Kept[] } = {
  changeSets: ({ changeSets }) => changeSets.map((record) => ({ key: String(record.firstPosition), record })),
  bars: ({ marks }) => [...marks].flatMap(([key, mark]) => (isClosed(mark) ? { key, record: { stream: key } } : [])),
  segments: () => [],
  streams: (data) =>
    [...data.byStream.keys()].map((stream) => ({ key: stream, record: { stream, ...headOf(data, stream).marks } })),
  documents: ({ documents }) =>
    [...documents].flatMap(([projection, texts]) =>
      parsed(texts).map(({ key, record }) => ({ key: `${projection} / ${key}`, record })),
    ),
  checkpoints: ({ checkpoints }) => [...checkpoints].map(([key, record]) => ({ key, record })),
  commandRecords: ({ commandRecords }) => parsed(commandRecords),
  codeVersions: ({ codeVersions }) => parsed(codeVersions),
};

const memoryDocuments = (
  data: MemoryData,
  answer: Answer,
): Pick<Backend, 'document' | 'documents' | 'countDocuments'> => ({
  document: (projection, documentId) =>
    answer(() => {
      const text = data.documents.get(projection)?.get(documentId);
      return text === undefined ? undefined : parse<Json>(text);
    }),
  documents: (projection, limit) =>
    answer(() =>
      [...(data.documents.get(projection) ?? [])]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, limit)
        .map(([documentId, text]) => ({ documentId, document: parse<Json>(text) })),
    ),
  countDocuments: (projection) => answer(() => data.documents.get(projection)?.size ?? 0),
});

const headOf = (data: MemoryData, stream: string): StreamHead => ({
  version: versionOf(data, stream),
  marks: data.marks.get(stream) ?? noMarks,
});

const isClosedOrMarkedAnew = (data: MemoryData, { revisions = [], changeSets = [] }: Transaction): boolean =>
  revisions.some(({ stream, revision }) => (data.marks.get(stream)?.revision ?? 0) !== revision) ||
  changeSets.some(({ stream }) => isClosed(data.marks.get(stream) ?? noMarks));

const endOf = ({ changeSets }: MemoryData): LogEnd => {
  const last = changeSets.at(-1);
  return last ? { position: lastPositionOf(last), recordedAt: last.recordedAt } : emptyLog;
};

/** All faults come before anything is changed: a transaction is stored whole or not at all. */
const inject = (beforeWrite: NonNullable<EventStoreOptions['beforeWrite']>, changeSets: ChangeSet[]): void => {
  try {
    changeSets.flatMap(eventsOf).forEach(beforeWrite);
  } catch (cause) {
    throw new StorageFailure('unknown', 'Nothing was stored: the write was made to fail.', { cause });
  }
};

const apply = (data: MemoryData, transaction: Transaction): CommandRecord[] => {
  for (const set of transaction.changeSets ?? []) {
    data.changeSets.push(set);
    const sets = data.byStream.get(set.stream);
    if (sets) sets.push(set);
    else data.byStream.set(set.stream, [set]);
  }
  for (const projection of transaction.clear ?? []) data.documents.delete(projection);
  for (const { projection, documentId, document } of transaction.documents ?? []) {
    const documents = data.documents.get(projection) ?? new Map<string, string>();
    data.documents.set(projection, documents);
    if (document === null) documents.delete(documentId);
    else documents.set(documentId, JSON.stringify(document));
  }
  for (const { consumer, position } of transaction.checkpoints ?? []) data.checkpoints.set(consumer, position);
  return (transaction.commandRecords ?? []).map((record) => {
    const known = data.commandRecords.get(record.commandId);
    const sequence = known === undefined ? data.lastSequence + 1 : parse<CommandRecord>(known).sequence;
    data.lastSequence = Math.max(data.lastSequence, sequence);
    const text = JSON.stringify({ ...record, sequence });
    data.commandRecords.set(record.commandId, text);
    return parse<CommandRecord>(text);
  });
};

const recordsAfter = (data: MemoryData, after: number): CommandRecord[] =>
  [...data.commandRecords.values()]
    .map((text) => parse<CommandRecord>(text))
    .filter(({ sequence }) => sequence > after)
    .sort((one, other) => one.sequence - other.sequence);

const occurrencesOf = (data: MemoryData, stream: string, ids: string[]): Occurrence[] => {
  const wanted = new Set(ids);
  return (data.byStream.get(stream) ?? []).flatMap((set) => occurrencesIn(set, wanted));
};

/** Index of the set that holds the position, of the last one past the end, of the first one otherwise. */
const indexOfPosition = (sets: ChangeSet[], position: number): number => {
  let low = 0;
  let high = sets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sets[middle]?.firstPosition ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};
