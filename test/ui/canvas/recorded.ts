import type { AppState } from '#state';

type RecordedEvent = AppState['events'][number];
type CommandRecord = AppState['commands'][number];

/** An event of `Cart-1`, stored by the command `command-<position>`. */
export const anEvent = (type: string, position: number, data: RecordedEvent['data'] = {}): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId: `command-${position}/1`,
    commandId: `command-${position}`,
    streamName: 'Cart-1',
    streamPosition: position,
    globalPosition: position,
    recordedAt: '2026-01-01T00:00:00.000Z',
    schemaVersion: 1,
  },
});

export const aCommand = (type: string, position: number): CommandRecord => ({
  commandId: `command-${position}`,
  type,
  data: {},
  metadata: {},
  origin: { kind: 'person' },
  stream: 'Cart-1',
  decidedOnVersion: position - 1,
  codeVersion: 'code',
  afterPosition: position - 1,
  sequence: position,
  receivedAt: '2026-01-01T00:00:00.000Z',
  correlationId: `command-${position}`,
  outcome: { kind: 'appended', eventIds: [`command-${position}/1`] },
});
