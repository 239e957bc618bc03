import { positionAfter, positionBefore, streamAt } from '#model';
import type { AppState, Cursor, Moment, ShownDocuments, Speed } from './AppState.ts';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { historyOf } from './historyIndex.ts';
import { sayTrouble, sentenceOf } from './messages.ts';
import { notePrinted } from './printed.ts';

const { getState, setState } = appStore;

/** The last position of the recorded history. */
export const headOf = ({ events }: Pick<AppState, 'events'>): number => events.length;

/** The position that is shown: the head where the person follows what comes. */
export const positionOf = (state: Pick<AppState, 'cursor' | 'events'>): number =>
  state.cursor === 'now' ? headOf(state) : state.cursor;

/** Looking back; events that are shown one after the other as they happen are no past. */
export const isInThePast = ({ cursor, isRevealing }: Pick<AppState, 'cursor' | 'isRevealing'>): boolean =>
  cursor !== 'now' && !isRevealing;

/** The stream that is watched, and the one of the event, which changed it. */
export const streamsToShow = (state: AppState, position: number): string[] => {
  const own = streamAt(historyOf(state.events), position);
  return [...new Set([state.watchedStream, own])].filter((stream) => typeof stream === 'string');
};

let isFetching = false;
let isWanted = false;
let fetched: Promise<void> = Promise.resolve();

/** Asks for the moment at the cursor; calls while one is on its way become one more ask, for where the cursor is then. */
export const refreshMoment = (): Promise<void> => {
  isWanted = true;
  if (isFetching) void giveWay();
  else fetched = fetchMoments();
  return fetched;
};

const giveWay = async (): Promise<void> => {
  try {
    await engine().giveWay();
  } catch {
    // What is on its way says by itself what stands against it.
  }
};

/** A moment as the screen shows it, and what the code printed on the way there. */
export const askMoment = async (state: AppState, position: number) => {
  const streams = streamsToShow(state, position);
  const wish = { position, streams, givesWay: true as const, shows: state.shownDocuments };
  const { logs, ...moment } = await engine().moment(wish);
  return { shown: { moment, shownStream: streams[0] ?? null }, logs };
};

/** While playing, a later moment may stand there by now. */
const isPassed = (position: number): boolean => getState().isPlaying && position !== positionOf(getState());

const fetchMoments = async (): Promise<void> => {
  isFetching = true;
  while (isWanted) {
    isWanted = false;
    const state = getState();
    const position = positionOf(state);
    try {
      const { shown, logs } = await askMoment(state, position);
      if (getState().modelId === state.modelId && !isPassed(position)) {
        setState(shown);
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

export const moveTo = (cursor: Cursor): Promise<void> => {
  setState({ cursor });
  return refreshMoment();
};

/** 0 = before the first event; the head and beyond = now. */
export const seek = (position: number): Promise<void> => {
  stopPlaying();
  return place(position);
};

export const place = (position: number): Promise<void> => {
  const head = headOf(getState());
  const isNow = position >= head;
  if (isNow) setState({ isRevealing: false });
  return moveTo(isNow ? 'now' : Math.max(0, Math.trunc(position)));
};

/** Where a step leads: with a filter to the next match, behind the last one to now. */
export const nextPosition = (state: AppState): number => {
  const position = positionOf(state);
  return state.matches && !state.isRevealing
    ? (positionAfter(state.matches.positions, position) ?? headOf(state))
    : position + 1;
};

const previousPosition = (state: AppState): number => {
  const position = positionOf(state);
  return state.matches ? (positionBefore(state.matches.positions, position) ?? 0) : position - 1;
};

export const stepBack = (): Promise<void> => seek(previousPosition(getState()));

export const stepForward = (): Promise<void> => {
  stopTimer();
  setState({ isPlaying: false });
  return place(nextPosition(getState()));
};

export const goToStart = (): Promise<void> => seek(0);
export const goToNow = (): Promise<void> => seek(headOf(getState()));

let timer: ReturnType<typeof setTimeout> | undefined;

/** The next step of playing; whatever else moves the cursor calls it off. */
export const stepLater = (step: () => void, milliseconds: number): void => {
  stopTimer();
  timer = setTimeout(step, milliseconds);
};

const stopTimer = (): void => {
  clearTimeout(timer);
  timer = undefined;
};

const stopPlaying = (): void => {
  stopTimer();
  setState({ isPlaying: false, isRevealing: false });
};

export const pause = (): void => {
  stopTimer();
  setState({ isPlaying: false });
};

export const setSpeed = (speed: Speed): void => setState({ speed });

export const watchStream = (stream: string | null): void => {
  setState({ watchedStream: stream });
  void refreshMoment();
};

/** Whether a moment brought as many documents of a read model as are to be seen. */
const brings = ({ readModels }: Moment, { readModelId, documents: atMost }: ShownDocuments): boolean =>
  readModels.some(
    ({ moduleId, documents, left = 0 }) =>
      moduleId === readModelId && left !== 'not counted' && (left === 0 || documents.length >= atMost),
  );

/** Looks at documents of a read model; those that the moment did not bring are fetched. */
export const showDocuments = (shownDocuments: ShownDocuments): void => {
  setState({ shownDocuments });
  const { moment } = getState();
  if (isFetching || (moment && !brings(moment, shownDocuments))) void refreshMoment();
};
