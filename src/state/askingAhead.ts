import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { askMoment } from './timeTravel.ts';

type Reading = Awaited<ReturnType<typeof askMoment>>;

/** Null where it gave way to something else, or failed: it is asked for again once it is due. */
type Asked = { position: number; basis: readonly unknown[]; reading: Promise<Reading | null> };

let asked: readonly Asked[] = [];

/** What else than the position decides what a moment shows. */
const basisOf = ({ modules, watchedStream, shownDocuments }: AppState): readonly unknown[] => [
  modules,
  watchedStream,
  shownDocuments,
];

const find = (state: AppState, position: number): Asked | undefined => {
  const basis = basisOf(state);
  return asked.find((one) => one.position === position && one.basis.every((part, index) => part === basis[index]));
};

const ask = (state: AppState, position: number): Asked => ({
  position,
  basis: basisOf(state),
  reading: askMoment(state, position).catch(() => null),
});

/** Of another history nothing that was asked for holds. */
export const forgetAsked = (): void => {
  asked = [];
};

/** Moments that are due next are on their way while the present one is shown. */
export const askAhead = (positions: readonly number[]): void => {
  const state = appStore.getState();
  asked = positions.map((position) => find(state, position) ?? ask(state, position));
};

/** The moment at a position, which may have been asked for before. */
export const momentAhead = (position: number): Promise<Reading | null> => {
  const state = appStore.getState();
  return (find(state, position) ?? ask(state, position)).reading;
};
