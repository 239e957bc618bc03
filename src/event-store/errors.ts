import type { ExpectedVersion } from './EventStore.ts';

/** One stream whose version was not the expected one; `actual` is 0 for a stream that has never been written. */
export type Violation = {
  stream: string;
  expected: ExpectedVersion;
  actual: number;
  /** Set where it is not the version that is in the way. */
  status?: 'soft-deleted' | 'tombstoned';
};

/** The streams have moved on. Carries every violation of the commit, not only the first. */
export class ConcurrencyConflict extends Error {
  override readonly name = 'ConcurrencyConflict';
  readonly violations: Violation[];

  constructor(violations: Violation[]) {
    super(violations.map(describeViolation).join(' '));
    this.violations = violations;
  }
}

/** The log has moved on since documents were computed: compute them again. */
export class StaleFence extends Error {
  override readonly name = 'StaleFence';
  readonly fence: number;
  readonly lastPosition: number;

  constructor(fence: number, lastPosition: number) {
    super(
      `What was to be stored was computed at position ${fence}; the log, now at ${lastPosition}, or a checkpoint has moved since.`,
    );
    this.fence = fence;
    this.lastPosition = lastPosition;
  }
}

/** Nothing can be appended until the stream is taken back from the archive. */
export class StreamArchived extends Error {
  override readonly name = 'StreamArchived';
  readonly stream: string;

  constructor(stream: string) {
    super(`The stream "${stream}" is archived. Take it back from the archive to write to it.`);
    this.stream = stream;
  }
}

/** The stream was deleted for good. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  readonly stream: string;

  constructor(stream: string) {
    super(`The stream "${stream}" was deleted for good: its name is never used again.`);
    this.stream = stream;
  }
}

/** A caller's mistake. Trying again does not help. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument';
}

export type StorageFailureReason = 'quota' | 'blocked' | 'closed' | 'newer-format' | 'unknown';

/** The storage under the store refused. What was stored before is intact; of the failed call nothing is stored. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly reason: StorageFailureReason;

  constructor(reason: StorageFailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What a call answers after `close()`. */
export const storeClosed = (name: string): StorageFailure =>
  new StorageFailure('closed', `The store "${name}" is closed. Reload the page to open it again.`);

const describeViolation = ({ stream, expected, actual, status }: Violation): string =>
  `Stream "${stream}" was expected to be ${describeExpected(expected)}, but it ${
    status ? 'was deleted' : actual === 0 ? 'has never been written' : `is at version ${actual}`
  }.`;

const describeExpected = (expected: ExpectedVersion): string => {
  switch (expected) {
    case 'any':
      return 'without these events';
    case 'stream-exists':
      return 'there';
    case 'no-stream':
      return 'new';
    case 'soft-deleted':
    case 'tombstoned':
      return 'deleted';
    default:
      return `at version ${expected}`;
  }
};
