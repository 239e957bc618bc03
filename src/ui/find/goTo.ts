import { type Hit, notesOf, storedNames } from '#model';
import { appStore, workspace } from '#state';
import { centreOn } from '../canvas/view.ts';
import { focusNote } from '../canvas/walking.ts';
import { wallStore } from '../canvas/wallStore.ts';

/** The note where a hit stands: for an event that was recorded, the note that it is one of. */
const noteOfHit = (hit: Hit): string | undefined => {
  const { board } = appStore.getState();
  if (hit.kind !== 'event') return notesOf(board, hit.definitionId)[0]?.id;
  const definition = Object.values(board.definitions).find(
    (one) => one.kind === 'event' && storedNames(one).includes(hit.type),
  );
  return definition && notesOf(board, definition.id)[0]?.id;
};

/** Shows where a hit stands, and leaves everything as it is. */
export const showHit = (hit: Hit): void => {
  const noteId = noteOfHit(hit) ?? null;
  wallStore.setState({ foundNoteId: noteId });
  if (noteId) centreOn(noteId);
};

const selectNoteOf = (hit: Hit): void => {
  const noteId = noteOfHit(hit);
  if (noteId) workspace.select({ noteIds: [noteId], connectionIds: [] });
};

/** Goes to the hit itself: the line of code, the field, the specification, the moment in history. */
export const openHit = (hit: Hit): void => {
  showHit(hit);
  if (hit.kind === 'event') {
    workspace.toggleDock(true);
    workspace.seek(hit.position);
    return;
  }
  if (hit.kind === 'code') {
    workspace.showCode(hit.definitionId, { file: hit.file, line: hit.line });
    return;
  }
  selectNoteOf(hit);
  if (hit.kind === 'note') return;
  workspace.setInspectorTab(hit.kind === 'field' ? 'details' : 'specifications');
  workspace.toggleInspector(true);
};

/** Selects a note and brings it into the middle of the view, with the focus. */
export const goToNote = (noteId: string): void => {
  workspace.showWall();
  workspace.select({ noteIds: [noteId], connectionIds: [] });
  centreOn(noteId);
  focusNote(noteId);
};
