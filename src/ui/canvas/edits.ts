import {
  type Board,
  type BoardIntent,
  type Definition,
  kindInfo,
  type NoteKind,
  newDefinition,
  newNote,
  type Point,
  uniqueName,
} from '#model';
import { appStore, newUuid, workspace } from '#state';
import { renameDefinition } from '../renaming/renameStore.ts';
import { canvasText } from '../text/canvas.ts';
import { saidOf } from '../text/said.ts';
import { definitionOfNote, nameOfNote } from './describeNote.ts';
import { linksOf } from './links.ts';
import { makeEdit } from './makeEdit.ts';
import { givenSize, placeAfter, placeAround, placeBelowItsKind } from './placing.ts';
import { bringIntoView, centreOfView } from './view.ts';
import { focusedArrow, focusNote } from './walking.ts';
import { announce, wallStore } from './wallStore.ts';

const boardNow = (): Board => appStore.getState().board;

const selectNote = (noteId: string): void => {
  workspace.select({ noteIds: [noteId], connectionIds: [] });
  wallStore.setState({ focusedNoteId: noteId });
};

/** A new note waits for its name at once. */
export const startNaming = (noteId: string): void => {
  selectNote(noteId);
  bringIntoView(noteId);
  workspace.startRenaming(noteId);
};

const add = (kind: NoteKind, at: Point, connect: (noteId: string) => BoardIntent[] = () => []): void => {
  const definition = newDefinition(kind, newUuid(), uniqueName(boardNow(), kind));
  const note = { ...newNote(newUuid(), definition.id, at), ...givenSize(boardNow(), kind) };
  const intents: BoardIntent[] = [{ type: 'AddNote', note, definition }, ...connect(note.id)];
  if (makeEdit(canvasText.added(kindInfo[kind].word, definition.name), intents)) startNaming(note.id);
};

/** Adds a note around a point of the wall. */
export const addNote = (kind: NoteKind, centre: Point): void => add(kind, placeAround(boardNow(), kind, centre));

/** Adds the note that comes after another, connected with it. */
export const appendNote = (from: string, kind: NoteKind, pointed?: Point): void =>
  add(kind, placeAfter(boardNow(), from, kind, pointed), (noteId) => [
    { type: 'ConnectNotes', connection: { id: newUuid(), from, to: noteId } },
  ]);

/** Puts something on the wall that the model knows already; with a centre, around that point. */
export const placeDefinition = ({ id, kind, name }: Definition, centre?: Point): void => {
  const board = boardNow();
  const at = centre ? placeAround(board, kind, centre) : placeBelowItsKind(board, kind, centreOfView());
  const note = { ...newNote(newUuid(), id, at), ...givenSize(board, kind) };
  if (!makeEdit(canvasText.placed(name), [{ type: 'PlaceNote', note }])) return;
  selectNote(note.id);
  bringIntoView(note.id);
};

/** The intent to connect two notes; none where they are one, or connected already. */
export const connectIntents = (board: Board, from: string, to: string): BoardIntent[] => {
  const isThere = linksOf(board)
    .outgoing(from)
    .some((connection) => connection.to === to);
  return from === to || isThere ? [] : [{ type: 'ConnectNotes', connection: { id: newUuid(), from, to } }];
};

export const renameNote = (noteId: string, name: string): void => {
  const definition = definitionOfNote(boardNow(), noteId);
  if (definition) renameDefinition(definition.id, name);
};

/** Deletes what is selected; the notes' connections go with them. What is locked stays, which is said. */
export const removeSelected = (labelOf = canvasText.removed): void => {
  const { selection } = appStore.getState();
  const { noteIds, connectionIds } = selection;
  if (noteIds.length + connectionIds.length === 0) return;
  const { notes } = boardNow();
  const going = noteIds.filter((id) => !notes[id]?.isLocked);
  const label = labelOf(going.length, connectionIds.length, nameOfNote(boardNow(), going[0] ?? ''));
  const said = canvasText.withLocked(saidOf(label), noteIds.length - going.length);
  const arrow = boardNow().connections[focusedArrow() ?? ''];
  if (!makeEdit(label, [{ type: 'RemoveNotes', noteIds, connectionIds }], said)) return;
  workspace.select({ noteIds: noteIds.filter((id) => notes[id]?.isLocked), connectionIds: [] });
  // The focus of an arrow that has gone goes back to where the arrow came from.
  if (arrow) focusNote(arrow.from);
};

/**
 * What is locked is left out, as in other editors: what people do next (move it all, delete it all) is not meant for it.
 * Arrows between locked notes are left out with them.
 */
export const selectAll = (): void => {
  const { notes, connections } = boardNow();
  const isFree = (id: string): boolean => !notes[id]?.isLocked;
  const noteIds = Object.keys(notes).filter(isFree);
  const arrows = Object.values(connections).filter(({ from, to }) => isFree(from) || isFree(to));
  workspace.select({ noteIds, connectionIds: arrows.map(({ id }) => id) });
  announce(canvasText.withLocked(canvasText.selected(noteIds.length), Object.keys(notes).length - noteIds.length));
};
