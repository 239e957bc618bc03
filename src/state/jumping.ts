import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { sayNote } from './messages.ts';
import { findSought, type Sought } from './sought.ts';
import { positionOf, seek } from './timeTravel.ts';

const nameOf = ({ board }: AppState, { noteOf, type, stream }: Sought): string =>
  noteOf === undefined ? (type ?? stream ?? '') : (board.definitions[noteOf]?.name ?? '');

export const jump = (direction: 'next' | 'previous', of: Sought): Promise<void> => {
  const state = appStore.getState();
  const found = findSought(state, positionOf(state), direction, of);
  if (found !== undefined) return seek(found);
  sayNote(`There is no ${direction === 'next' ? 'later' : 'earlier'} event of ${nameOf(state, of)}.`);
  return Promise.resolve();
};
