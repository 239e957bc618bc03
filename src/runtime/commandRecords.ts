import type { CommandOutcome, CommandRecord, EventStore, RecordedEvent } from '#event-store';
import type { CodeError } from '#sandbox';
import type { CommandToHandle, FailureCause, Outcome, RunNotes } from './outcomes.ts';

export type DraftRecord = Omit<CommandRecord, 'sequence'>;

export const noNotes: RunNotes = { logs: [], diagnostics: [] };

export const draftOf = (
  command: CommandToHandle,
  decided: { version: number; afterPosition: number; codeVersion: string },
): DraftRecord => ({
  commandId: command.commandId,
  type: command.type,
  data: command.data,
  metadata: command.metadata,
  origin: command.origin,
  stream: command.stream,
  decidedOnVersion: decided.version,
  codeVersion: decided.codeVersion,
  afterPosition: decided.afterPosition,
  receivedAt: new Date(command.now).toISOString(),
  correlationId: command.correlationId,
  ...(command.causationId === undefined ? {} : { causationId: command.causationId }),
  outcome: { kind: 'unknown' },
});

const placeOf = ({ place }: CodeError): { line?: number; file?: string } =>
  place ? { line: place.line, file: place.file } : {};

export const rejectedWith = (error: CodeError): CommandOutcome => ({
  kind: 'rejected',
  message: error.message,
  errorName: error.name,
  ...placeOf(error),
});

export const failedWith = (error: CodeError): CommandOutcome => ({
  kind: 'failed',
  message: error.message,
  ...placeOf(error),
});

export const causeOf = (error: CodeError): FailureCause => {
  if (error.name === 'TimeoutError') return 'time-limit';
  return error.name === 'CompileError' || error.name === 'LoadError' ? 'not-compiled' : 'code';
};

/** Whether the same command answers what came of it then. A delivery that failed is tried again once the code is mended. */
export const isSettled = ({ outcome, origin }: CommandRecord): boolean =>
  origin.kind === 'delivery' ? outcome.kind === 'appended' : outcome.kind !== 'unknown';

/** The answer to a command that was sent before: what came of it then. */
export const recordedOutcome = async (
  store: EventStore,
  record: CommandRecord,
  deciderId: string,
): Promise<Outcome> => {
  const { outcome } = record;
  switch (outcome.kind) {
    case 'appended': {
      const events = await eventsOf(store, record, outcome.eventIds);
      const version = events.at(-1)?.metadata.streamPosition ?? record.decidedOnVersion;
      return { kind: 'appended', record, events, version, notes: noNotes };
    }
    case 'rejected':
      return { kind: 'rejected', record, error: errorOf(outcome, deciderId), notes: noNotes };
    case 'conflict': {
      const { expected, actual } = outcome;
      const between = await eventsBetween(store, record.stream, expected, actual);
      return { kind: 'conflict', record, stream: record.stream, expected, actual, between, notes: noNotes };
    }
    case 'failed':
    case 'unknown': {
      const error = errorOf(outcome, deciderId);
      return { kind: 'failed', record, error, cause: 'code', notes: noNotes };
    }
  }
};

const eventsOf = async (store: EventStore, record: CommandRecord, eventIds: string[]): Promise<RecordedEvent[]> => {
  if (eventIds.length === 0) return [];
  const { events } = await store.readStream(record.stream, { from: record.decidedOnVersion + 1 });
  return events.filter(({ metadata }) => eventIds.includes(metadata.eventId));
};

/** What came into the stream after the version that was expected, oldest first. */
export const eventsBetween = async (
  store: EventStore,
  stream: string,
  expected: string | number,
  actual: number,
): Promise<RecordedEvent[]> => {
  const seen = typeof expected === 'number' ? expected : 0;
  if (expected === 'any' || expected === 'stream-exists' || actual <= seen) return [];
  return (await store.readStream(stream, { from: seen + 1, to: actual })).events;
};

const errorOf = (outcome: CommandOutcome, moduleId: string): CodeError => {
  const told = 'message' in outcome ? outcome : { message: 'What came of this command is not known.' };
  const name = outcome.kind === 'rejected' ? outcome.errorName : undefined;
  const place = 'line' in told && told.line !== undefined ? { moduleId, file: told.file ?? '', line: told.line } : null;
  return {
    name: name ?? 'Error',
    message: told.message,
    phase: 'decide',
    isFailure: outcome.kind !== 'rejected',
    ...(place ? { place } : {}),
  };
};
