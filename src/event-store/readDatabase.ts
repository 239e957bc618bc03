import type { IDBPTransaction, StoreNames } from 'idb';
import {
  type Backend,
  emptyLog,
  type LogPart,
  type StreamSets,
  type StreamSetsRequest,
  type StreamVersion,
  type Survey,
  type SurveyRequest,
} from './Backend.ts';
import {
  type ChangeSet,
  eventsOf,
  type LoggedSet,
  lastPositionOf,
  lastStreamPositionOf,
  type Occurrence,
  occurrencesIn,
} from './changeSet.ts';
import {
  type Bar,
  barKeys,
  positionKeys,
  type StoreDatabase,
  type StoreSchema,
  type StreamRecord,
} from './database.ts';
import type { LogEnd, RecordedEvent, StoredKind } from './EventStore.ts';
import { keysToLookUp } from './eventIds.ts';
import { setsInText, setsOfStream } from './segment.ts';
import { noMarks, type StreamHead, type StreamMarks } from './streamState.ts';

type Names = StoreNames<StoreSchema>[];
type Reading = IDBPTransaction<StoreSchema, Names, 'readonly'>;
type Looking = IDBPTransaction<StoreSchema, Names, 'readonly' | 'readwrite'>;

/** Sealed and unsealed parts of the log are read in one transaction, so that no change set is missed or seen twice. */
const readLog = (db: StoreDatabase, ...more: Names): Reading =>
  db.transaction(['changeSets', 'segments', ...more], 'readonly');

export const survey = async (db: StoreDatabase, { streams, ids }: SurveyRequest): Promise<Survey> => {
  const tx = readLog(db, 'streams');
  const [end, heads, occurrences] = await Promise.all([
    logEnd(tx),
    Promise.all(streams.map((stream) => headOf(tx, stream))),
    Promise.all(ids.map((wanted) => occurrencesOf(tx, wanted.stream, wanted.ids))),
    tx.done,
  ]);
  return { end, heads, occurrences };
};

export const headOf = async (tx: Looking, stream: string): Promise<StreamHead> => {
  const [version, record] = await Promise.all([versionOf(tx, stream), tx.objectStore('streams').get(stream)]);
  return { version, marks: marksOf(record) };
};

const marksOf = (record: StreamRecord | undefined): StreamMarks => {
  if (record?.revision === undefined) return noMarks;
  const { stream: _, firstPosition: __, ...marks } = record;
  return marks;
};

const versionOf = async (tx: Looking, stream: string): Promise<number> => {
  const byStream = tx.objectStore('changeSets').index('byStream');
  const last = (await byStream.openCursor(IDBKeyRange.bound([stream], [stream, []]), 'prev'))?.value;
  if (!last) return lastSealedOf(tx, stream);
  return isBar(last) ? last.firstStreamPosition - 1 : lastStreamPositionOf(last);
};

const isBar = (set: ChangeSet | Bar): set is Bar => typeof set.firstPosition === 'string';
const isSet = (set: ChangeSet | Bar): set is ChangeSet => !isBar(set);

/** Version of the stream as far as it is sealed. */
const lastSealedOf = async (tx: Looking, stream: string): Promise<number> => {
  const byStream = tx.objectStore('segments').index('byStream');
  const last = await byStream.openKeyCursor(IDBKeyRange.bound([stream], [stream, []]), 'prev');
  return last ? last.key[2] : 0;
};

export const streams = async (db: StoreDatabase): Promise<StreamVersion[]> => {
  const tx = readLog(db, 'streams');
  const records = await tx.objectStore('streams').index('byFirstPosition').getAll();
  return Promise.all(
    records.map(async (record) => {
      const version = await versionOf(tx, record.stream);
      return { stream: record.stream, version, marks: marksOf(record) };
    }),
  );
};

export const markedStreams = async (db: StoreDatabase): ReturnType<Backend['markedStreams']> =>
  (await db.getAllFromIndex('streams', 'byRevision'))
    .sort((one, other) => (one.stream < other.stream ? -1 : 1))
    .map((record) => ({ stream: record.stream, ...marksOf(record) }));

/** The last change set is never sealed. */
export const logEnd = async (tx: Looking): Promise<LogEnd> => {
  const last = (await tx.objectStore('changeSets').openCursor(positionKeys(), 'prev'))?.value;
  return last && isSet(last) ? { position: lastPositionOf(last), recordedAt: last.recordedAt } : emptyLog;
};

const occurrencesOf = async (tx: Reading, stream: string, ids: string[]): Promise<Occurrence[]> => {
  const [keys, wanted] = [keysToLookUp(ids), new Set(ids)];
  const unsealed = tx.objectStore('changeSets').index('byEventId');
  const sealed = tx.objectStore('segments').index('byEventId');
  const [changeSets, segmentKeys] = await Promise.all([
    Promise.all(keys.map((key) => unsealed.getAll(key))),
    Promise.all(keys.map((key) => sealed.getAllKeys(key))),
  ]);
  const found: Occurrence[] = [];
  for (const key of new Set(segmentKeys.flat()))
    for (const set of await sealedSets(tx, key, stream)) found.push(...occurrencesIn(set, wanted));
  const sets = new Map(
    changeSets
      .flat()
      .filter(isSet)
      .map((set) => [set.firstPosition, set]),
  );
  for (const set of sets.values()) if (set.stream === stream) found.push(...occurrencesIn(set, wanted));
  return found;
};

const sealedSets = async (tx: Reading, key: number, stream: string): Promise<LoggedSet[]> => {
  const segment = await tx.objectStore('segments').get(key);
  return segment ? setsOfStream(segment, stream) : [];
};

export const streamSets = async (
  db: StoreDatabase,
  stream: string,
  request: StreamSetsRequest,
): Promise<StreamSets> => {
  const tx = readLog(db, 'streams');
  const [head, changeSets] = await Promise.all([
    headOf(tx, stream),
    request.direction === 'forwards' ? setsForwards(tx, stream, request) : setsBackwards(tx, stream, request),
    tx.done,
  ]);
  return { ...head, changeSets };
};

/** The first event of an id, which several streams may hold; ids that were freshly made are not in the index. */
export const eventOf = async (db: StoreDatabase, eventId: string): Promise<RecordedEvent | undefined> => {
  const tx = readLog(db);
  const sets: (ChangeSet | LoggedSet)[] = [];
  for (const key of keysToLookUp([eventId])) {
    const unsealed = await tx.objectStore('changeSets').index('byEventId').getAll(key);
    const sealed = await tx.objectStore('segments').index('byEventId').getAll(key);
    sets.push(...sealed.flatMap(({ text }) => setsInText(text)), ...unsealed.filter(isSet));
  }
  const holding = sets.filter((set) => occurrencesIn(set, new Set([eventId])).length > 0);
  const [first] = holding.sort((one, other) => one.firstPosition - other.firstPosition);
  return first && eventsOf(first).find(({ metadata }) => metadata.eventId === eventId);
};

const setsForwards = async (tx: Reading, stream: string, { from, to, limit }: StreamSetsRequest) => {
  const index = tx.objectStore('changeSets').index('byStream');
  const before = await index.openKeyCursor(IDBKeyRange.bound([stream], [stream, from]), 'prev');
  const unsealed = index.getAll(
    IDBKeyRange.bound(before?.key ?? [stream], [stream, to]),
    Number.isFinite(limit) ? limit : undefined,
  );
  if (before) return (await unsealed).filter(isSet);
  const sealed: LoggedSet[] = [];
  for (const key of await segmentsOf(tx, stream, from, to)) {
    for (const set of await sealedSets(tx, key, stream))
      if (lastStreamPositionOf(set) >= from && set.firstStreamPosition <= to) sealed.push(set);
    if (sealed.length >= limit) break;
  }
  return [...sealed, ...(await unsealed).filter(isSet)].slice(0, limit);
};

/** Keys of the segments that hold stream positions of the range, in order. */
const segmentsOf = async (tx: Reading, stream: string, from: number, to: number): Promise<number[]> => {
  const index = tx.objectStore('segments').index('byStream');
  const before = await index.openKeyCursor(IDBKeyRange.bound([stream], [stream, from, []]), 'prev');
  // Stops short of what is unsealed, or of the stream's end.
  if (before && before.key[2] < from) return [];
  return index.getAllKeys(IDBKeyRange.bound(before?.key ?? [stream], [stream, to, []]));
};

/** By a cursor, which is slow, as it is mostly of the few last sets of a stream. */
const setsBackwards = async (tx: Reading, stream: string, { from, to, limit }: StreamSetsRequest) => {
  const index = tx.objectStore('changeSets').index('byStream');
  const sets: (ChangeSet | LoggedSet)[] = [];
  const isEnough = (): boolean =>
    sets.length >= limit || (sets[0]?.firstStreamPosition ?? Number.POSITIVE_INFINITY) <= from;
  let cursor = await index.openCursor(IDBKeyRange.bound([stream], [stream, to]), 'prev');
  while (cursor && !isEnough()) {
    if (isSet(cursor.value)) sets.unshift(cursor.value);
    cursor = await cursor.continue();
  }
  if (isEnough()) return sets;
  for (const key of (await segmentsOf(tx, stream, from, to)).reverse()) {
    const sealed = (await sealedSets(tx, key, stream)).filter(({ firstStreamPosition }) => firstStreamPosition <= to);
    for (const set of sealed.reverse()) if (!isEnough()) sets.unshift(set);
    if (isEnough()) break;
  }
  return sets;
};

/** The last records of a part of the database, as they are. */
export const inspectPart = async (db: StoreDatabase, kind: StoredKind, limit: number) => {
  const tx = db.transaction(kind === 'bars' ? 'changeSets' : kind, 'readonly');
  const range = kind === 'bars' ? barKeys() : kind === 'changeSets' ? positionKeys() : null;
  const newest: { key: string; record: unknown }[] = [];
  let cursor = await tx.store.openCursor(range, 'prev');
  while (cursor && newest.length < limit) {
    newest.push({ key: [cursor.primaryKey].flat().join(' / '), record: cursor.value });
    cursor = newest.length < limit ? await cursor.continue() : null;
  }
  return { count: await tx.store.count(range), newest };
};

export const logFrom = async (db: StoreDatabase, position: number, span: number): Promise<LogPart> => {
  const tx = readLog(db);
  const changeSets = tx.objectStore('changeSets');
  const [[segment], start, last] = await Promise.all([
    tx.objectStore('segments').getAll(IDBKeyRange.lowerBound(position), 1),
    changeSets.openKeyCursor(IDBKeyRange.upperBound(position), 'prev'),
    changeSets.openKeyCursor(positionKeys(), 'prev'),
  ]);
  if (segment) return { kind: 'segment', segment };
  if (!start || !last) return { kind: 'change-sets', changeSets: [], isEnd: true };
  const end = Math.max(Number(start.primaryKey), position + span - 1);
  return {
    kind: 'change-sets',
    changeSets: (await changeSets.getAll(IDBKeyRange.bound(start.primaryKey, end))).filter(isSet),
    isEnd: Number(last.primaryKey) <= end,
  };
};
