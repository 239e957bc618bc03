import type { CommandRecord, Json, RecordedEvent } from '#event-store';

const recordedAt = '2026-01-01T09:00:00.000Z';

type EventParts = { stream?: string; streamPosition?: number; data?: Json };

/** An event as the store gives it back, stored by the command `command-<position>`. */
export const recordedEvent = (
  type: string,
  position: number,
  { stream = 'Cart-1', streamPosition = position, data = {} }: EventParts = {},
): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId: `command-${position}/1`,
    commandId: `command-${position}`,
    streamName: stream,
    streamPosition,
    globalPosition: position,
    recordedAt,
    schemaVersion: 1,
  },
});

/** A command as the store remembers it, by default one that has appended an event behind the one before. */
export const recordedCommand = (
  type: string,
  sequence: number,
  changes: Partial<CommandRecord> = {},
): CommandRecord => ({
  commandId: `command-${sequence}`,
  type,
  data: {},
  metadata: {},
  origin: { kind: 'person' },
  stream: 'Cart-1',
  decidedOnVersion: sequence - 1,
  codeVersion: 'code',
  afterPosition: sequence - 1,
  sequence,
  receivedAt: recordedAt,
  correlationId: `command-${sequence}`,
  outcome: { kind: 'appended', eventIds: [`command-${sequence}/1`] },
  ...changes,
});
