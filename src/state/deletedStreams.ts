import type { StreamDeletion } from '#engine';
import { positionsOf } from '#model';
import type { AppState } from './AppState.ts';
import { archivedStreamsOf } from './archivedStreams.ts';
import { historyOf } from './historyIndex.ts';

type Known = Pick<AppState, 'markedStreams' | 'events'>;
export type Deleted = 'soft-deleted' | 'tombstoned';

let known:
  | { of: AppState['markedStreams']; events: AppState['events']; streams: ReadonlyMap<string, Deleted> }
  | undefined;

/** The streams that are deleted, with what they are; one that has begun again is not among them. */
export const deletedStreamsOf = ({ markedStreams: of, events }: Known): ReadonlyMap<string, Deleted> => {
  if (known?.of !== of || known.events !== events) known = { of, events, streams: deletedAmong(of, events) };
  return known.streams;
};

/** In which ways a stream can be deleted. */
export const deletionsOf = (state: Known, stream: string): StreamDeletion['mode'][] => {
  const deleted = deletedStreamsOf(state).get(stream);
  if (deleted === 'tombstoned' || archivedStreamsOf(state).has(stream)) return [];
  return deleted ? ['tombstone'] : ['soft', 'tombstone'];
};

const none: ReadonlyMap<string, Deleted> = new Map();

const deletedAmong = (marked: AppState['markedStreams'], events: AppState['events']): ReadonlyMap<string, Deleted> => {
  const streams = new Map<string, Deleted>();
  for (const { stream, hiddenThrough, isTombstoned } of marked)
    if (isTombstoned) streams.set(stream, 'tombstoned');
    else if (hiddenThrough === positionsOf(historyOf(events).streams, stream).length)
      streams.set(stream, 'soft-deleted');
  return streams.size === 0 ? none : streams;
};
