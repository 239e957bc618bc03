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
import { definitionOfNote, nameOfNote } from './describeNote.ts';
import { linksOf } from './links.ts';
import { givenSize, placeAfter, placeAround, placeBelowItsKind } from './placing.ts';
import { bringIntoView, centreOfView } from './view.ts';
import { announce, wallStore } from './wallStore.ts';

const boardNow = (): Board => appStore.getState().board;

/** Every edit of the wall: one step of undo, and said aloud. */
export const makeEdit = (label: string, intents: BoardIntent[]): void => {
  workspace.edit(label, intents);
  announce(label);
};

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
  makeEdit(canvasText.added(kindInfo[kind].word, definition.name), [
    { type: 'AddNote', note, definition },
    ...connect(note.id),
  ]);
  startNaming(note.id);
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
  makeEdit(canvasText.placed(name), [{ type: 'PlaceNote', note }]);
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
  if (definition && renameDefinition(definition.id, name)) announce(canvasText.renamed(definition.name, name));
};

/** Deletes what is selected; the notes' connections go with them. */
export const removeSelected = (): void => {
  const { selection } = appStore.getState();
  const { noteIds, connectionIds } = selection;
  if (noteIds.length + connectionIds.length === 0) return;
  const label = canvasText.removed(noteIds.length, connectionIds.length, nameOfNote(boardNow(), noteIds[0] ?? ''));
  workspace.select({ noteIds: [], connectionIds: [] });
  makeEdit(label, [{ type: 'RemoveNotes', noteIds, connectionIds }]);
};

export const selectAll = (): void =>
  workspace.select({ noteIds: Object.keys(boardNow().notes), connectionIds: Object.keys(boardNow().connections) });
