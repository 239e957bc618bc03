import type { AppState, Cursor } from './AppState.ts';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { sayTrouble, sentenceOf } from './messages.ts';
import { notePrinted } from './printed.ts';

/** One hop of a slow run, and one step of playing at speed 1, in milliseconds. */
const stepMs = 600;

const { getState, setState } = appStore;

/** The last position of the recorded history. */
export const headOf = ({ events }: Pick<AppState, 'events'>): number => events.length;

/** The position that is shown: the head where the person follows what comes. */
export const positionOf = (state: Pick<AppState, 'cursor' | 'events'>): number =>
  state.cursor === 'now' ? headOf(state) : state.cursor;

/** Looking back; events that are shown one after the other as they happen are no past. */
export const isInThePast = ({ cursor, isRevealing }: Pick<AppState, 'cursor' | 'isRevealing'>): boolean =>
  cursor !== 'now' && !isRevealing;

const streamsToShow = (state: AppState, position: number): string[] => {
  if (state.watchedStream) return [state.watchedStream];
  const stream = state.events[position - 1]?.metadata.streamName;
  return stream ? [stream] : [];
};

let isFetching = false;
let isWanted = false;
let fetched: Promise<void> = Promise.resolve();

/** Asks for the moment at the cursor; calls while one is on its way become one more ask, for where the cursor is then. */
export const refreshMoment = (): Promise<void> => {
  isWanted = true;
  if (isFetching) void engine().giveWay();
  else fetched = fetchMoments();
  return fetched;
};

const fetchMoments = async (): Promise<void> => {
  isFetching = true;
  while (isWanted) {
    isWanted = false;
    const state = getState();
    const position = positionOf(state);
    try {
      const { logs, ...moment } = await engine().moment({
        position,
        streams: streamsToShow(state, position),
        givesWay: true,
      });
      if (getState().modelId === state.modelId) {
        setState({ moment });
        notePrinted(logs);
      }
    } catch (error) {
      if (!hasGivenWay(error)) sayTrouble(sentenceOf(error));
    }
  }
  isFetching = false;
  if (getState().longWork?.kind === 'looking') setState({ longWork: null });
};

const hasGivenWay = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

const moveTo = (cursor: Cursor): Promise<void> => {
  setState({ cursor });
  return refreshMoment();
};

/** 0 = before the first event; the head and beyond = now. */
export const seek = (position: number): Promise<void> => {
  stopPlaying();
  return place(position);
};

const place = (position: number): Promise<void> => {
  const head = headOf(getState());
  const isNow = position >= head;
  if (isNow) setState({ isRevealing: false });
  return moveTo(isNow ? 'now' : Math.max(0, Math.trunc(position)));
};

export const stepBack = (): Promise<void> => seek(positionOf(getState()) - 1);

export const stepForward = (): Promise<void> => {
  stopTimer();
  setState({ isPlaying: false });
  return place(positionOf(getState()) + 1);
};

export const goToStart = (): Promise<void> => seek(0);
export const goToNow = (): Promise<void> => seek(headOf(getState()));

let timer: ReturnType<typeof setTimeout> | undefined;

const stopTimer = (): void => {
  clearTimeout(timer);
  timer = undefined;
};

const stopPlaying = (): void => {
  stopTimer();
  setState({ isPlaying: false, isRevealing: false });
};

/** From the start again where the end has been reached. */
export const play = (): void => {
  const state = getState();
  if (headOf(state) === 0) return;
  if (state.cursor === 'now') void moveTo(0);
  setState({ isPlaying: true });
  scheduleStep();
};

export const pause = (): void => {
  stopTimer();
  setState({ isPlaying: false });
};

const scheduleStep = (): void => {
  stopTimer();
  const { speed, isRevealing } = getState();
  timer = setTimeout(playStep, stepMs / (isRevealing ? 1 : speed));
};

const playStep = async (): Promise<void> => {
  await place(positionOf(getState()) + 1);
  if (!getState().isPlaying) return;
  if (getState().cursor === 'now') pause();
  else scheduleStep();
};

export const setSpeed = (speed: number): void => setState({ speed });

/** Shows what a command stored hop by hop instead of at once: the cursor stays at `from`, then walks, or waits to be walked. */
export const reveal = (from: number): void => {
  const { pace, events } = getState();
  if (pace === 'instant' || events.length <= from) return;
  setState({ cursor: from, isRevealing: true });
  void refreshMoment();
  if (pace === 'by-hand') return;
  setState({ isPlaying: true });
  scheduleStep();
};

export const jump = (direction: 'next' | 'previous', of: { type?: string; stream?: string }): Promise<void> => {
  const state = getState();
  const position = positionOf(state);
  const matches = ({ type, metadata }: AppState['events'][number]): boolean =>
    (of.type === undefined || type === of.type) && (of.stream === undefined || metadata.streamName === of.stream);
  const found =
    direction === 'next'
      ? state.events.find((event) => event.metadata.globalPosition > position && matches(event))
      : state.events.findLast((event) => event.metadata.globalPosition < position && matches(event));
  return found ? seek(found.metadata.globalPosition) : Promise.resolve();
};

export const watchStream = (stream: string | null): void => {
  setState({ watchedStream: stream });
  void refreshMoment();
};
