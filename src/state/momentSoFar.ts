import type { AppState, Moment } from './AppState.ts';
import { appStore } from './appStore.ts';
import { positionOf, streamsToShow } from './timeTravel.ts';

/** Documents that are not known yet stay what they were. */
const withSoFar = (state: AppState, soFar: Moment): Partial<AppState> => {
  const { moment: before } = state;
  const known = before?.position === soFar.position ? before.readModels : [];
  const readModels = soFar.readModels.map((documents) =>
    documents.left === 'not counted'
      ? (known.find(({ moduleId }) => moduleId === documents.moduleId) ?? documents)
      : documents,
  );
  const [shownStream = null] = streamsToShow(state, soFar.position);
  return { moment: { ...soFar, readModels }, shownStream };
};

/** Shows what is known of the moment at the cursor, where that has not come whole since `before` was shown. */
export const showSoFar = (soFar: Moment, before: Moment | null): void =>
  appStore.setState((state) =>
    state.moment === before && positionOf(state) === soFar.position ? withSoFar(state, soFar) : {},
  );
