import type { AppState } from '#state';

/** The position that is shown: the last one where the person follows what comes. */
export const positionAt = ({ cursor, events }: Pick<AppState, 'cursor' | 'events'>): number =>
  cursor === 'now' ? events.length : cursor;
