import { definitionMeant, notesOf } from '#model';
import { appStore, workspace } from '#state';
import { focusNote } from '../canvas/walking.ts';

/** Selects the note of what stands at a place in the code, and shows it; answers whether there is one. */
export const goToNote = (definitionId: string, code: string, offset: number): boolean => {
  const { board } = appStore.getState();
  const meant = definitionMeant(board, definitionId, code, offset);
  const [note] = meant && meant.id !== definitionId ? notesOf(board, meant.id) : [];
  if (!note) return false;
  workspace.flushCode();
  workspace.select({ noteIds: [note.id], connectionIds: [] });
  focusNote(note.id);
  return true;
};
