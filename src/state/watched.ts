import type { ValuePlace } from './AppState.ts';

const keyOf = (modelId: string): string => `replayground/watches/${modelId}`;

const isPlace = (place: unknown): place is ValuePlace =>
  typeof place === 'object' && place !== null && 'subject' in place && 'path' in place && Array.isArray(place.path);

/** What is watched in a model is remembered by this browser, never in the model. */
export const readWatched = (modelId: string): readonly ValuePlace[] => {
  try {
    const places: unknown = JSON.parse(localStorage.getItem(keyOf(modelId)) ?? '[]');
    return Array.isArray(places) ? places.filter(isPlace) : [];
  } catch {
    return [];
  }
};

export const keepWatched = (modelId: string, places: readonly ValuePlace[]): void => {
  try {
    if (places.length === 0) localStorage.removeItem(keyOf(modelId));
    else localStorage.setItem(keyOf(modelId), JSON.stringify(places));
  } catch {
    // Storage is switched off or full: they are watched for this visit.
  }
};
