import type { EventToAppend, ExpectedVersion, ReadAllOptions, ReadStreamOptions } from './EventStore.ts';
import { InvalidArgument } from './errors.ts';

export const checkStreamName = (stream: string): void => {
  if (typeof stream !== 'string' || stream === '') throw new InvalidArgument('A stream needs a name.');
};

const namedExpectations: ExpectedVersion[] = ['any', 'stream-exists', 'no-stream', 'soft-deleted', 'tombstoned'];

export const checkExpectedVersion = (expected: ExpectedVersion): void => {
  if (namedExpectations.includes(expected)) return;
  if (!Number.isSafeInteger(expected) || Number(expected) < 0) {
    throw new InvalidArgument(`An expected version is a whole number from 0, not ${String(expected)}.`);
  }
};

export const checkEvent = (event: EventToAppend): void => {
  if (typeof event.type !== 'string' || event.type === '') throw new InvalidArgument('An event needs a type.');
  if (event.eventId === '') throw new InvalidArgument(`The id of an event "${event.type}" is empty.`);
  if (event.schemaVersion !== undefined) checkCount('A schema version', event.schemaVersion);
};

export const checkDistinct = (ids: string[]): void => {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new InvalidArgument(`The event id "${id}" is given twice.`);
    seen.add(id);
  }
};

export const checkRange = (options: ReadStreamOptions & ReadAllOptions): void => {
  if (options.from !== undefined) checkCount('The start of a read', options.from);
  if (options.to !== undefined) checkCount('The end of a read', options.to);
  if (options.limit !== undefined) checkCount('The limit of a read', options.limit);
};

const checkCount = (what: string, value: number): void => {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgument(`${what} is a whole number from 1, not ${String(value)}.`);
  }
};
