import type { EventToAppend, LogEnd, RecordedEvent } from '#event-store';
import { type DecidedEvent, readAsKey } from '#sandbox';
import type { CommandToHandle } from './outcomes.ts';

/** The log never runs backwards, whatever the clock does. */
export const laterOf = (time: string, other: string): string => (other > time ? other : time);

export const eventsToAppend = (
  command: CommandToHandle,
  decided: DecidedEvent[],
  schemaVersionOf: (type: string) => number,
): EventToAppend[] =>
  decided.map(({ type, data, metadata }, index) => ({
    type,
    data,
    eventId: `${command.commandId}/${index + 1}`,
    schemaVersion: schemaVersionOf(type),
    metadata: { ...ownOf(metadata), ...originOf(command) },
  }));

/** What the runtime says of events is not for code to say. */
export const ownOf = ({ beginsAgain: _, [readAsKey]: __, ...own }: NonNullable<DecidedEvent['metadata']> = {}) => own;

/** Whoever folds a stream that was deleted has to know from where on it counts. */
export const beginningAgain = ([first, ...others]: EventToAppend[]): EventToAppend[] =>
  first ? [{ ...first, metadata: { ...first.metadata, beginsAgain: true } }, ...others] : [];

const originOf = ({ commandId, correlationId }: CommandToHandle) => ({
  commandId,
  correlationId,
  causationId: commandId,
});

/** The events as the store will hold them if nobody writes before: what inline read models are computed from. */
export const asTheyWillBeStored = (
  events: EventToAppend[],
  at: { stream: string; version: number; tail: LogEnd; recordedAt: string },
): RecordedEvent[] =>
  events.map(({ type, data, eventId = '', schemaVersion = 1, metadata }, index) => ({
    type,
    data,
    metadata: {
      ...metadata,
      eventId,
      streamName: at.stream,
      streamPosition: at.version + index + 1,
      globalPosition: at.tail.position + index + 1,
      recordedAt: at.recordedAt,
      schemaVersion,
    },
  }));
