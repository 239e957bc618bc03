import type { Json, LoggedSet, ReadLogPage, SandboxEvent } from '#sandbox';

const setOf = ({ type, data, metadata }: SandboxEvent): LoggedSet => {
  const { eventId, streamName, streamPosition, globalPosition, recordedAt, ...added } = metadata;
  return {
    stream: streamName,
    firstStreamPosition: streamPosition,
    firstPosition: globalPosition,
    recordedAt,
    ids: { kind: 'list', keys: [eventId] },
    events: [{ type, data, metadata: added as { [name: string]: Json } }],
  };
};

/** A log of these events, and of what is added to them later. */
export const logOf =
  (events: readonly SandboxEvent[]): ReadLogPage =>
  async (from) => ({
    text: JSON.stringify(events.slice(from - 1).map(setOf)),
    lastPosition: events.length,
    isEnd: true,
  });
