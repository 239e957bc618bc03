import type { AppState } from '#state';

type Sources = Pick<AppState, 'selection' | 'board'>;

const selectedOf = ({ selection, board }: Sources, kind: 'read-model' | 'policy'): string | null => {
  const [noteId, ...others] = selection.noteIds;
  const definitionId = noteId === undefined || others.length > 0 ? undefined : board.notes[noteId]?.definitionId;
  return definitionId !== undefined && board.definitions[definitionId]?.kind === kind ? definitionId : null;
};

/** The read model whose note is selected alone: its documents are what one wants to see. */
export const selectedReadModel = (state: Sources): string | null => selectedOf(state, 'read-model');

export const selectedPolicy = (state: Sources): string | null => selectedOf(state, 'policy');
