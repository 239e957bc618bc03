import type { ExpectedVersion, Json } from './EventStore.ts';
import type { Violation } from './errors.ts';

export type StreamStatus = 'unknown' | 'live' | 'archived' | 'soft-deleted' | 'tombstoned';

/** What is kept of a stream beside its events. */
export type StreamMarks = {
  /** Counts the changes made here: who decided on an earlier one has to decide again. */
  revision?: number;
  /** ISO 8601; set while the stream is archived. */
  archivedAt?: string;
  /** Soft deletion: events up to this stream position are read with the log, and no longer with the stream. */
  hiddenThrough?: number;
  /** What the deletion before that one had hidden, for who takes the last one back. */
  hiddenBefore?: number;
  isTombstoned?: true;
  /** When each of that happened, in order. Where there are none, or others than those that come to that, nobody knows. */
  deletions?: DeletionStep[];
  /** Whatever the user keeps of a stream: its declared type, say. */
  metadata?: { [key: string]: Json };
};

/** That a stream was deleted, and its place in the log: behind a global position, and behind a version of its own. */
export type DeletionStep = {
  kind: 'deleted' | 'taken-back' | 'deleted-for-good';
  position: number;
  version: number;
};

/** Marks as they travel from store to store. */
export type MarkedStream = Omit<StreamMarks, 'revision'> & { stream: string };

/** All that a commit has to know of a stream. */
export type StreamHead = { version: number; marks: StreamMarks };

export type StreamState = {
  stream: string;
  version: number;
  status: StreamStatus;
  /** ISO 8601, of the first event. */
  createdAt?: string;
  archivedAt?: string;
  metadata: { [key: string]: Json };
};

/**
 * New marks for a stream, from what is there and where the log ends; the same object where nothing changes. What it throws
 * leaves all as it was.
 */
export type ChangeMarks = (head: StreamHead, position: number) => StreamMarks;

export const noMarks: StreamMarks = {};

/** A soft-deleted stream lives again with its next event: nothing has to be written for it. */
export const statusOf = ({ version, marks }: StreamHead): StreamStatus => {
  if (marks.isTombstoned) return 'tombstoned';
  if (marks.archivedAt !== undefined) return 'archived';
  if (version === 0) return 'unknown';
  return isSoftDeleted({ version, marks }) ? 'soft-deleted' : 'live';
};

export const isSoftDeleted = ({ version, marks }: StreamHead): boolean =>
  !marks.isTombstoned && version > 0 && marks.hiddenThrough === version;

/** Nothing may be appended to it: also a tab that does not know of that must not. */
export const isClosed = ({ archivedAt, isTombstoned }: StreamMarks): boolean =>
  isTombstoned === true || archivedAt !== undefined;

export const holds = (expected: ExpectedVersion, head: StreamHead): boolean => {
  const { version, marks } = head;
  if (marks.isTombstoned) return expected === 'any' || expected === 'tombstoned';
  switch (expected) {
    case 'any':
      return true;
    case 'stream-exists':
      return version > 0 && !isSoftDeleted(head);
    case 'no-stream':
      return version === 0 || isSoftDeleted(head);
    case 'soft-deleted':
      return isSoftDeleted(head);
    case 'tombstoned':
      return false;
    default:
      return version === expected;
  }
};

/** What is in the way of an expectation: where the version is not, what became of the stream. */
export const violationOf = (stream: string, expected: ExpectedVersion, head: StreamHead): Violation => {
  const status = statusOf(head);
  const isInTheWay = status === 'tombstoned' || (status === 'soft-deleted' && expected === 'stream-exists');
  return { stream, expected, actual: head.version, ...(isInTheWay ? { status } : {}) };
};
