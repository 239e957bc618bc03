import type { LoggedSet, ReadLogPage, SandboxEvent } from '#sandbox';

const setOf = ({ type, data, metadata }: SandboxEvent): LoggedSet => ({
  stream: metadata.streamName,
  firstStreamPosition: metadata.streamPosition,
  firstPosition: metadata.globalPosition,
  recordedAt: metadata.recordedAt,
  ids: { kind: 'list', keys: [metadata.eventId] },
  events: [{ type, data }],
});

/** A log of these events, and of what is added to them later. */
export const logOf =
  (events: readonly SandboxEvent[]): ReadLogPage =>
  async (from) => ({
    text: JSON.stringify(events.slice(from - 1).map(setOf)),
    lastPosition: events.length,
    isEnd: true,
  });
