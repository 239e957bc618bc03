import { useEffect } from 'react';
import { type AppState, appStore, workspace } from '#state';
import { recall, remember } from '../kit/remembered.ts';

const key = 'inspector';

/** What the person last did with the inspector holds for later visits; that a newly opened model closes it does not. */
const keepWish = (state: AppState, before: AppState): void => {
  if (state.isInspectorOpen !== before.isInspectorOpen) remember(key, state.isInspectorOpen ? 'open' : 'closed');
};

/** A command whose form is open is being sent, not looked into. */
const isInForm = ({ board, form }: AppState, noteId: string): boolean =>
  form !== null && form.commandId === board.notes[noteId]?.definitionId;

const isOneNoteChosen = (state: AppState, before: AppState): boolean => {
  const [noteId, ...others] = state.selection.noteIds;
  return (
    state.selection !== before.selection && noteId !== undefined && others.length === 0 && !isInForm(state, noteId)
  );
};

/** The inspector opens when a note is selected, unless the person has closed it, or presents. */
export const useInspectorFollowsSelection = (): void =>
  useEffect(
    () =>
      appStore.subscribe((state, before) => {
        if (state.modelId !== before.modelId || state.isPresenting || before.isPresenting) return;
        keepWish(state, before);
        const isWanted = !state.isInspectorOpen && recall(key) !== 'closed';
        if (isWanted && isOneNoteChosen(state, before)) workspace.toggleInspector(true);
      }),
    [],
  );
