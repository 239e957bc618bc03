import type { AppState, FollowPace, ReadModelStatus } from '#state';

/** How many events of the log an asynchronous read model has not been handed yet. */
export const lagOf = ({ events }: Pick<AppState, 'events'>, { checkpoint }: ReadModelStatus): number =>
  Math.max(0, events.length - checkpoint);

export const paces: readonly FollowPace[] = [
  { kind: 'full' },
  { kind: 'slow', secondsPerEvent: 1 },
  { kind: 'slow', secondsPerEvent: 3 },
  { kind: 'slow', secondsPerEvent: 10 },
  { kind: 'paused' },
];

export const isSamePace = (one: FollowPace, other: FollowPace): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'slow' || other.kind !== 'slow' || one.secondsPerEvent === other.secondsPerEvent);
