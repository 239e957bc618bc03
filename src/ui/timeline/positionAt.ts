import type { AppState } from '#state';

/** The position that is shown: the last one where the person follows what comes. */
export const positionAt = ({ cursor, events }: Pick<AppState, 'cursor' | 'events'>): number =>
  cursor === 'now' ? events.length : cursor;

/** The event that Tab reaches when the cursor stands at a position: before the first event, that one. */
export const reachedByTab = (position: number): number => Math.max(1, position);
