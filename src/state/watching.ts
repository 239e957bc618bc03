import { sameValue } from '#model';
import type { ValuePlace } from './AppState.ts';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { sayTrouble, sentenceOf } from './messages.ts';
import { notePrinted } from './printed.ts';
import { positionOf } from './timeTravel.ts';
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
  setState({ watches: { modelId, places, values, head: watches?.head ?? 0, progress: null } });
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
    setState({ watches: { modelId, places, values: [], head: state.events.length, progress: null } });
  if (places.length === 0) return;
  const isStill = (): boolean => getState().modelId === modelId && getState().watches?.places === places;
  const stopListening = engine().onNotice((notice) => {
    if (notice.kind !== 'value-progress' || !isStill()) return;
    const progress = { done: notice.done, of: notice.total };
    setState(({ watches }) => ({ watches: watches && { ...watches, progress } }));
  });
  try {
    const followed = await engine().followValues({ places: [...places], position: positionOf(state), most: mostKinks });
    if (isStill())
      setState({ watches: { modelId, places, values: followed.values, head: followed.head, progress: null } });
    notePrinted(followed.logs);
  } catch (error) {
    sayTrouble(sentenceOf(error));
  } finally {
    stopListening();
  }
};
