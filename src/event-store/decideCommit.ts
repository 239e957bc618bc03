import type { Occurrence } from './changeSet.ts';
import type { ExpectedVersion } from './EventStore.ts';
import type { Violation } from './errors.ts';
import type { PreparedCommit, StreamPart } from './prepareCommit.ts';
import { holds, isSoftDeleted, type StreamHead, violationOf } from './streamState.ts';

/** What a commit is decided on: all of one moment of the log. */
export type LogView = {
  lastPosition: number;
  /** Version 0 for a stream that has never been written. */
  headOf(stream: string): StreamHead;
  /** Where in the stream events with the ids of the part are stored. */
  occurrencesOf(part: StreamPart): Occurrence[];
};

export type StreamRange = { stream: string; from: number; to: number };

export type Verdict =
  | { kind: 'store' }
  /** The same events are there already. */
  | { kind: 'repeat'; ranges: StreamRange[] }
  | { kind: 'conflict'; violations: Violation[] }
  | { kind: 'archived'; stream: string }
  | { kind: 'stale' };

/** The rules of appending, without any storage: semantics of expected versions, repeats and the fence. */
export const decideCommit = (commit: PreparedCommit, view: LogView): Verdict => {
  const judged = commit.streams.map((part) => judgePart(part, view));
  const ranges = judged.flatMap((one) => (one.kind === 'repeat' ? [one.range] : []));
  const parts = commit.streams.filter(({ ids }) => ids.length > 0);
  if (ranges.length > 0 && ranges.length === parts.length) return { kind: 'repeat', ranges };

  const archived = commit.streams.find(({ stream }) => view.headOf(stream).marks.archivedAt !== undefined);
  if (archived) return { kind: 'archived', stream: archived.stream };

  const violations = [
    ...judged.flatMap((one) => (one.kind === 'new' ? [] : [one.violation])),
    ...commit.checks.flatMap(({ stream, expectedVersion }) => violationsOf(stream, [expectedVersion], view)),
  ];
  if (violations.length > 0) return { kind: 'conflict', violations };
  return commit.fence !== undefined && commit.fence !== view.lastPosition ? { kind: 'stale' } : { kind: 'store' };
};

/**
 * Whether the ids of a part must be looked up before it can be decided. An expected version that holds makes the
 * events new whatever their ids, as ids are no key: so the usual append looks up nothing.
 */
export const needsOccurrences = (
  { expected: [expected = 'any'], ids, mayBeRepeat }: StreamPart,
  head: StreamHead,
): boolean => {
  if (!mayBeRepeat || ids.length === 0 || isOutOfReach(expected, head)) return false;
  return startOf(expected) === undefined || !holds(expected, head);
};

/** Whatever its ids are, nothing was or will be written there under this expectation. */
const isOutOfReach = (expected: ExpectedVersion, head: StreamHead): boolean =>
  head.marks.isTombstoned === true || (expected === 'stream-exists' && isSoftDeleted(head));

type JudgedPart =
  | { kind: 'new' }
  | { kind: 'repeat'; range: StreamRange; violation: Violation }
  | { kind: 'conflict'; violation: Violation };

const judgePart = (part: StreamPart, view: LogView): JudgedPart => {
  const { stream, expected, ids } = part;
  const head = view.headOf(stream);
  const first = expected[0] ?? 'any';
  if (head.marks.isTombstoned) return { kind: 'conflict', violation: violationOf(stream, first, head) };
  if (needsOccurrences(part, head)) {
    const stored = view.occurrencesOf(part);
    const violation = violationOf(stream, first, head);
    const from = repeatStart(ids, stored, startOf(first));
    if (from !== undefined) {
      return { kind: 'repeat', range: { stream, from, to: from + ids.length - 1 }, violation };
    }
    if (stored.length > 0 && startOf(first) === undefined) return { kind: 'conflict', violation };
  }
  const [violation] = violationsOf(stream, expected, view);
  return violation ? { kind: 'conflict', violation } : { kind: 'new' };
};

/** The place at which all the ids stand one after the other, if there is one; only `start` will do where it is given. */
const repeatStart = (ids: string[], stored: Occurrence[], start: number | undefined): number | undefined => {
  const places = new Set(stored.map(({ id, streamPosition }) => `${streamPosition} ${id}`));
  return stored
    .filter(({ id, streamPosition }) => id === ids[0] && (start === undefined || streamPosition === start))
    .map(({ streamPosition }) => streamPosition)
    .find((from) => ids.every((id, index) => places.has(`${from + index} ${id}`)));
};

/** Stream position at which the events would have been written, where the expectation names it. */
const startOf = (expected: ExpectedVersion): number | undefined => {
  if (typeof expected === 'number') return expected + 1;
  return expected === 'no-stream' ? 1 : undefined;
};

const violationsOf = (stream: string, expectations: ExpectedVersion[], view: LogView): Violation[] => {
  const head = view.headOf(stream);
  return expectations.filter((one) => !holds(one, head)).map((expected) => violationOf(stream, expected, head));
};
