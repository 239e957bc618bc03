import type { EventToAppend, RecordedEvent } from '#event-store';
import type { DecidedEvent } from '#sandbox';
import type { CommandToHandle } from './outcomes.ts';

/** Where the log ends, as it was when the command was computed. */
export type Tail = { position: number; recordedAt: string | undefined };

/** The log never runs backwards, whatever the clock does. */
export const laterOf = (time: string, other: string | undefined): string => (other && other > time ? other : time);

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
    metadata: { ...metadata, ...originOf(command) },
  }));

const originOf = ({ commandId, correlationId }: CommandToHandle) => ({
  commandId,
  correlationId,
  causationId: commandId,
});

/** The events as the store will hold them if nobody writes before: what inline read models are computed from. */
export const asTheyWillBeStored = (
  events: EventToAppend[],
  at: { stream: string; version: number; tail: Tail; recordedAt: string },
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
