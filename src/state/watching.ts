import { changeBeside, sameValue } from '#model';
import type { ValuePlace } from './AppState.ts';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { orSay, sayTrouble, sentenceOf } from './messages.ts';
import { notePrinted } from './printed.ts';
import { positionOf, seek } from './timeTravel.ts';
import { keepWatched, readWatched } from './watched.ts';

/** Changes that are drawn of one value; more could not be told apart. */
const mostKinks = 240;
/** Values that are watched in one model. */
export const mostWatches = 20;

const { getState, setState } = appStore;

/** The values that are watched in the open model. */
const placesOf = (): readonly ValuePlace[] => {
  const { watches, modelId } = getState();
  return watches?.modelId === modelId ? watches.places : readWatched(modelId);
};

const change = (places: readonly ValuePlace[]): void => {
  const { modelId, watches } = getState();
  keepWatched(modelId, places);
  const values = places.map((place) => watches?.values[watches.places.findIndex((one) => sameValue(one, place))]);
  const { head = 0, position = 0 } = watches ?? {};
  setState({ watches: { modelId, places, values, head, position, progress: null } });
  void refreshWatches();
};

export const watchValue = (place: ValuePlace): void => {
  const places = placesOf();
  if (places.length >= mostWatches || places.some((one) => sameValue(one, place))) void refreshWatches();
  else change([...places, place]);
};

export const unwatchValue = (place: ValuePlace): void => change(placesOf().filter((one) => !sameValue(one, place)));

let isFetching = false;
let isWanted = false;

/** Brings what is watched up to date; calls while one is on its way become one more. */
export const refreshWatches = async (): Promise<void> => {
  isWanted = true;
  if (isFetching) return;
  isFetching = true;
  while (isWanted) {
    isWanted = false;
    await fetchWatches();
  }
  isFetching = false;
};

const fetchWatches = async (): Promise<void> => {
  const places = placesOf();
  const state = getState();
  const { modelId } = state;
  if (state.watches?.modelId !== modelId)
    setState({ watches: { modelId, places, values: [], head: state.events.length, position: 0, progress: null } });
  if (places.length === 0) return;
  const isStill = (): boolean => getState().modelId === modelId && getState().watches?.places === places;
  const stopListening = engine().onNotice((notice) => {
    if (notice.kind !== 'value-progress' || !isStill()) return;
    const progress = { done: notice.done, of: notice.total };
    setState(({ watches }) => ({ watches: watches && { ...watches, progress } }));
  });
  try {
    const position = positionOf(state);
    const followed = await engine().followValues({ places: [...places], position, most: mostKinks });
    const { values, head } = followed;
    if (isStill()) setState({ watches: { modelId, places, values, head, position, progress: null } });
    notePrinted(followed.logs);
  } catch (error) {
    sayTrouble(sentenceOf(error));
  } finally {
    stopListening();
  }
};

let walked: Promise<void> = Promise.resolve();

/** Goes from the cursor to a change of a value, or to the one that lies nearest to a position; one after the other. */
export const goToChange = (place: ValuePlace, to: 'previous' | 'next' | number): Promise<void> => {
  walked = walked.then(async () => {
    const from = typeof to === 'number' ? to : positionOf(getState());
    const followed = await orSay(() => engine().followValues({ places: [place], position: from, most: 1 }));
    const around = followed?.values[0]?.around;
    const target = around && changeBeside(around, from, typeof to === 'number' ? 'nearest' : to);
    if (target !== undefined) void seek(target);
  });
  return walked;
};
