import type { AppState } from '#state';

/** The read model whose note is selected alone: its documents are what one wants to see. */
export const selectedReadModel = ({ selection, board }: AppState): string | null => {
  const [noteId, ...others] = selection.noteIds;
  const definitionId = noteId === undefined || others.length > 0 ? undefined : board.notes[noteId]?.definitionId;
  return definitionId !== undefined && board.definitions[definitionId]?.kind === 'read-model' ? definitionId : null;
};
