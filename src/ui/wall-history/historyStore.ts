import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Board, type BoardMoment, boardAt, momentsOf, type StoredBoardEvent } from '#model';
import { appStore, workspace } from '#state';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';

/** How long an edit stays while the history plays, in milliseconds. */
const stepMs = 600;

export type HistoryState = {
  /** `null` while they are being read. */
  events: StoredBoardEvent[] | null;
  moments: BoardMoment[];
  /** How many gestures have been made on the wall that is shown. */
  position: number;
  /** The moment that others are compared with. */
  pinned: number | null;
  isPlaying: boolean;
};

const initial: HistoryState = { events: null, moments: [], position: 0, pinned: null, isPlaying: false };

export const historyStore = createStore<HistoryState>(() => initial);

export const useHistory = <Slice>(select: (state: HistoryState) => Slice): Slice => useStore(historyStore, select);

const { getState, setState } = historyStore;

/** Reads all edits; whoever was at the last one is at the last one again. */
export const readHistory = async (): Promise<void> => {
  const events = await workspace.readWallHistory();
  setState(({ events: before, moments: known, position }) => {
    const moments = momentsOf(events);
    const isAtEnd = before === null || position === known.length;
    return { events, moments, position: isAtEnd ? moments.length : Math.min(position, moments.length) };
  });
};

/** What was looked at is not kept: the next visit begins at the last edit. */
export const forgetHistory = (): void => {
  pause();
  setState(initial, true);
};

let timer: ReturnType<typeof setTimeout> | undefined;

const pause = (): void => {
  clearTimeout(timer);
  setState({ isPlaying: false });
};

export const seekMoment = (position: number): void => {
  pause();
  place(position);
};

const place = (position: number): void =>
  setState(({ moments }) => ({ position: Math.min(Math.max(0, position), moments.length) }));

export const stepMoment = (by: 1 | -1): void => seekMoment(getState().position + by);
export const goToFirst = (): void => seekMoment(0);
export const goToLast = (): void => seekMoment(getState().moments.length);

const playOn = (): void => {
  timer = setTimeout(() => {
    place(getState().position + 1);
    if (getState().position === getState().moments.length) pause();
    else playOn();
  }, stepMs);
};

/** From the beginning again where the end has been reached. */
export const playOrPause = (): void => {
  if (getState().isPlaying) {
    pause();
    return;
  }
  if (getState().position === getState().moments.length) place(0);
  setState({ isPlaying: true });
  playOn();
};

export const compareOrStop = (): void =>
  setState(({ pinned, position }) => ({ pinned: pinned === null ? position : null }));

/** The wall after so many gestures. */
export const wallAt = ({ events, moments }: HistoryState, count: number): Board =>
  boardAt(appStore.getState().modelId, events ?? [], moments, count);

/** The two moments that are held against each other: by default what the shown edit changed. */
export const comparedMoments = ({ pinned, position }: HistoryState): { from: number; to: number } => {
  const other = pinned ?? Math.max(0, position - 1);
  return { from: Math.min(other, position), to: Math.max(other, position) };
};

export const labelAt = ({ moments }: HistoryState, position: number): string => {
  const gesture = moments[position - 1]?.gesture;
  if (!gesture) return texts.before;
  if (gesture.undoes !== undefined) return texts.undone(gesture.label);
  return gesture.redoes === undefined ? gesture.label : texts.redone(gesture.label);
};

/** Something to go back to: not the emptiness before the first edit, nor the wall as it is. */
export const canRestore = ({ moments, position }: HistoryState): boolean => position > 0 && position < moments.length;

export const restoreShown = (): void => {
  const state = getState();
  if (!canRestore(state)) return;
  workspace.restoreWall(texts.restored(state.position, labelAt(state, state.position)), wallAt(state, state.position));
  workspace.showWall();
};

export const branchFromShown = (): void => {
  const state = getState();
  const board = wallAt(state, state.position);
  void workspace.newModelFrom(board, texts.branchName(board.name || appStore.getState().board.name, state.position));
};
