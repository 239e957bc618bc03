import type { StreamDeletion } from '#engine';
import { positionsOf } from '#model';
import type { AppState } from './AppState.ts';
import { archivedStreamsOf } from './archivedStreams.ts';
import { historyOf } from './historyIndex.ts';
import { isInThePast, positionOf } from './timeTravel.ts';

type Known = Pick<AppState, 'markedStreams' | 'events'>;
export type Deleted = 'soft-deleted' | 'tombstoned';

type Found = { of: Known & { position: number }; key: string; streams: ReadonlyMap<string, Deleted> };

let known: Found | undefined;

/**
 * The streams that are deleted as of the cursor, with what they are; one that has begun again is not among them. The same
 * map while they are.
 */
export const deletedStreamsOf = (state: Known & Pick<AppState, 'cursor'>): ReadonlyMap<string, Deleted> => {
  const { markedStreams, events } = state;
  const of = { markedStreams, events, position: positionOf(state) };
  if (known && areSame(known.of, of)) return known.streams;
  const all = markedStreams.flatMap((marked) => {
    const deleted = deletedAt(marked, events, of.position);
    return deleted ? [[marked.stream, deleted] as const] : [];
  });
  const key = JSON.stringify(all);
  known = { of, key, streams: known?.key === key ? known.streams : new Map(all) };
  return known.streams;
};

const areSame = (one: Found['of'], other: Found['of']): boolean =>
  one.markedStreams === other.markedStreams && one.events === other.events && one.position === other.position;

/** What it is now, wherever the cursor is. */
export const deletedNow = ({ markedStreams, events }: Known, stream: string): Deleted | undefined => {
  const marked = markedStreams.find((one) => one.stream === stream);
  return marked && deletedAt(marked, events, events.length);
};

/** In which ways a stream can be deleted: now, as commands are sent. */
export const deletionsOf = (state: AppState, stream: string): StreamDeletion['mode'][] => {
  const deleted = deletedNow(state, stream);
  if (deleted === 'tombstoned' || isInThePast(state) || archivedStreamsOf(state).has(stream)) return [];
  return deleted ? ['tombstone'] : ['soft', 'tombstone'];
};

const deletedAt = (
  { stream, deletions = [] }: AppState['markedStreams'][number],
  events: AppState['events'],
  position: number,
): Deleted | undefined => {
  const last = deletions.findLast((step) => step.position <= position);
  if (last?.kind === 'deleted-for-good') return 'tombstoned';
  if (last?.kind !== 'deleted') return undefined;
  const beginsAgain = positionsOf(historyOf(events).streams, stream)[last.version] ?? Number.POSITIVE_INFINITY;
  return beginsAgain > position ? 'soft-deleted' : undefined;
};
