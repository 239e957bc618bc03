import type { NewStream } from './Backend.ts';
import { type ChangeSet, lastPositionOf, type Occurrence } from './changeSet.ts';
import { decideCommit, type LogView, needsOccurrences, type Verdict } from './decideCommit.ts';
import type { LogEnd } from './EventStore.ts';
import type { PreparedCommit, StreamPart } from './prepareCommit.ts';
import type { StreamHead } from './streamState.ts';

/** What is known of the log before a group of commits is decided. */
export type Known = {
  end: LogEnd;
  headOf(stream: string): StreamHead;
  /** Undefined where they were not looked up. */
  occurrencesOf(part: StreamPart): Occurrence[] | undefined;
};

export type Decided = {
  commit: PreparedCommit;
  verdict: Verdict;
  changeSets: ChangeSet[];
  /** As of after this commit. */
  streams: { stream: string; version: number }[];
  lastPosition: number;
};

/** Commits decided one after the other in memory, to be stored in one transaction, and where the log stands after them. */
export type DecidedGroup = { decided: Decided[]; end: LogEnd; versions: Map<string, number>; newStreams: NewStream[] };

/**
 * Decides commits as if each had been stored before the next, for as long as that can be told from memory. It stops
 * before a commit that might repeat one decided just now, as that one's ids cannot be looked up yet.
 */
export const decideTogether = (commits: PreparedCommit[], known: Known, now: string): DecidedGroup => {
  const group: DecidedGroup = { decided: [], end: known.end, versions: new Map(), newStreams: [] };
  for (const commit of commits) {
    if (isUndecidable(commit, known, group)) break;
    const verdict = decideCommit(commit, viewOf(known, group));
    const changeSets = verdict.kind === 'store' ? place(commit, known, group, commit.recordedAt ?? now) : [];
    const { lastPosition, headOf } = viewOf(known, group);
    const streams = commit.streams.map(({ stream }) => ({ stream, version: headOf(stream).version }));
    group.decided.push({ commit, verdict, changeSets, streams, lastPosition });
  }
  return group;
};

const isUndecidable = (commit: PreparedCommit, known: Known, group: DecidedGroup): boolean => {
  const view = viewOf(known, group);
  return commit.streams.some(
    (part) =>
      needsOccurrences(part, view.headOf(part.stream)) &&
      (group.versions.has(part.stream) || known.occurrencesOf(part) === undefined),
  );
};

const viewOf = (known: Known, group: DecidedGroup): LogView => ({
  lastPosition: group.end.position,
  headOf: (stream) => headIn(known, group, stream),
  occurrencesOf: (part) => known.occurrencesOf(part) ?? [],
});

const headIn = (known: Known, { versions }: DecidedGroup, stream: string): StreamHead => {
  const head = known.headOf(stream);
  const version = versions.get(stream);
  return version === undefined ? head : { version, marks: head.marks };
};

/** Gives a commit its place: directly after the end of the log and after the head of each stream, whatever was expected. */
const place = (commit: PreparedCommit, known: Known, group: DecidedGroup, asked: string): ChangeSet[] => {
  const recordedAt = asked > group.end.recordedAt ? asked : group.end.recordedAt;
  return commit.writes.map(({ stream, count, ids, text }) => {
    const { version } = headIn(known, group, stream);
    const firstPosition = group.end.position + 1;
    const firstStreamPosition = version + 1;
    const changeSet: ChangeSet = {
      firstPosition,
      stream,
      firstStreamPosition,
      count,
      recordedAt,
      ids,
      encoding: 'json',
      text,
    };
    group.end = { position: lastPositionOf(changeSet), recordedAt };
    group.versions.set(stream, version + count);
    if (version === 0) group.newStreams.push({ stream, firstPosition });
    return changeSet;
  });
};
