import { useEffect } from 'react';
import { type AppState, appStore, workspace } from '#state';
import { recall, remember } from '../kit/remembered.ts';

const key = 'inspector';

/** What the person last did with the inspector holds for later visits; that a newly opened model closes it does not. */
const keepWish = (state: AppState, before: AppState): void => {
  if (state.isInspectorOpen !== before.isInspectorOpen) remember(key, state.isInspectorOpen ? 'open' : 'closed');
};

const isOneNoteChosen = (state: AppState, before: AppState): boolean =>
  state.selection !== before.selection && state.selection.noteIds.length === 1 && state.form === null;

/** The inspector opens when a note is selected, unless the person has closed it. */
export const useInspectorFollowsSelection = (): void =>
  useEffect(
    () =>
      appStore.subscribe((state, before) => {
        if (state.modelId !== before.modelId) return;
        keepWish(state, before);
        const isWanted = !state.isInspectorOpen && recall(key) !== 'closed';
        if (isWanted && isOneNoteChosen(state, before)) workspace.toggleInspector(true);
      }),
    [],
  );
