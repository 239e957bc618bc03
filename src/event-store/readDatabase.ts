import type { IDBPTransaction, StoreNames } from 'idb';
import {
  emptyLog,
  type LogEnd,
  type LogPart,
  type StreamSets,
  type StreamSetsRequest,
  type StreamVersion,
  type Survey,
  type SurveyRequest,
} from './Backend.ts';
import {
  type ChangeSet,
  type LoggedSet,
  lastPositionOf,
  lastStreamPositionOf,
  type Occurrence,
  occurrencesIn,
} from './changeSet.ts';
import type { StoreDatabase, StoreSchema } from './database.ts';
import { keysToLookUp } from './eventIds.ts';
import { setsOfStream } from './segment.ts';

type Names = StoreNames<StoreSchema>[];
type Reading = IDBPTransaction<StoreSchema, Names, 'readonly'>;

/** Sealed and unsealed parts of the log are read in one transaction, so that no change set is missed or seen twice. */
const readLog = (db: StoreDatabase, ...more: Names): Reading =>
  db.transaction(['changeSets', 'segments', ...more], 'readonly');

export const survey = async (db: StoreDatabase, { streams, ids }: SurveyRequest): Promise<Survey> => {
  const tx = readLog(db);
  const [end, versions, occurrences] = await Promise.all([
    logEnd(tx),
    Promise.all(streams.map((stream) => versionOf(tx, stream))),
    Promise.all(ids.map((wanted) => occurrencesOf(tx, wanted.stream, wanted.ids))),
    tx.done,
  ]);
  return { end, versions, occurrences };
};

const versionOf = async (tx: Reading, stream: string): Promise<number> => {
  const byStream = tx.objectStore('changeSets').index('byStream');
  const last = (await byStream.openCursor(IDBKeyRange.bound([stream], [stream, []]), 'prev'))?.value;
  return last ? lastStreamPositionOf(last) : lastSealedOf(tx, stream);
};

/** Version of the stream as far as it is sealed. */
const lastSealedOf = async (tx: Reading, stream: string): Promise<number> => {
  const byStream = tx.objectStore('segments').index('byStream');
  const last = await byStream.openKeyCursor(IDBKeyRange.bound([stream], [stream, []]), 'prev');
  return last ? last.key[2] : 0;
};

export const streams = async (db: StoreDatabase): Promise<StreamVersion[]> => {
  const tx = readLog(db, 'streams');
  const names = await tx.objectStore('streams').index('byFirstPosition').getAllKeys();
  return Promise.all(names.map(async (stream) => ({ stream, version: await versionOf(tx, stream) })));
};

/** The last change set is never sealed. */
const logEnd = async (tx: Reading): Promise<LogEnd> => {
  const last = (await tx.objectStore('changeSets').openCursor(null, 'prev'))?.value;
  return last ? { position: lastPositionOf(last), recordedAt: last.recordedAt } : emptyLog;
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
  const sets = new Map(changeSets.flat().map((set) => [set.firstPosition, set]));
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
  const tx = readLog(db);
  const [version, changeSets] = await Promise.all([
    versionOf(tx, stream),
    request.direction === 'forwards' ? setsForwards(tx, stream, request) : setsBackwards(tx, stream, request),
    tx.done,
  ]);
  return { version, changeSets };
};

const setsForwards = async (tx: Reading, stream: string, { from, to, limit }: StreamSetsRequest) => {
  const index = tx.objectStore('changeSets').index('byStream');
  const before = await index.openKeyCursor(IDBKeyRange.bound([stream], [stream, from]), 'prev');
  const unsealed = index.getAll(
    IDBKeyRange.bound(before?.key ?? [stream], [stream, to]),
    Number.isFinite(limit) ? limit : undefined,
  );
  if (before) return unsealed;
  const sealed: LoggedSet[] = [];
  for (const key of await segmentsOf(tx, stream, from, to)) {
    for (const set of await sealedSets(tx, key, stream))
      if (lastStreamPositionOf(set) >= from && set.firstStreamPosition <= to) sealed.push(set);
    if (sealed.length >= limit) break;
  }
  return [...sealed, ...(await unsealed)].slice(0, limit);
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
    sets.unshift(cursor.value);
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

export const logFrom = async (db: StoreDatabase, position: number, span: number): Promise<LogPart> => {
  const tx = readLog(db);
  const changeSets = tx.objectStore('changeSets');
  const [[segment], start, last] = await Promise.all([
    tx.objectStore('segments').getAll(IDBKeyRange.lowerBound(position), 1),
    changeSets.openKeyCursor(IDBKeyRange.upperBound(position), 'prev'),
    changeSets.openKeyCursor(null, 'prev'),
  ]);
  if (segment) return { kind: 'segment', segment };
  if (!start || !last) return { kind: 'change-sets', changeSets: [], isEnd: true };
  const end = Math.max(start.primaryKey, position + span - 1);
  return {
    kind: 'change-sets',
    changeSets: await changeSets.getAll(IDBKeyRange.bound(start.primaryKey, end)),
    isEnd: last.primaryKey <= end,
  };
};
