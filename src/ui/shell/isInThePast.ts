import type { AppState } from '#state';

/** Looking back; events that are shown one after the other as they happen are no past. */
export const isInThePast = ({ cursor, isRevealing }: AppState): boolean => cursor !== 'now' && !isRevealing;
