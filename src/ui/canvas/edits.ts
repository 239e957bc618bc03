import {
  type Board,
  type BoardIntent,
  categoryOf,
  type Definition,
  freePlace,
  kindInfo,
  type NoteKind,
  newDefinition,
  newNote,
  type Point,
  placeNextTo,
  uniqueName,
} from '#model';
import { appStore, newId, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { definitionOfNote, nameOfNote } from './describeNote.ts';
import { linksOf } from './links.ts';
import { bringIntoView } from './view.ts';
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
const startNaming = (noteId: string): void => {
  selectNote(noteId);
  bringIntoView(noteId);
  workspace.startRenaming(noteId);
};

const add = (kind: NoteKind, at: Point, connect: (noteId: string) => BoardIntent[] = () => []): void => {
  const definition = newDefinition(kind, newId(), uniqueName(boardNow(), kind));
  const note = newNote(newId(), definition.id, at);
  makeEdit(canvasText.added(kindInfo[kind].word, definition.name), [
    { type: 'AddNote', note, definition },
    ...connect(note.id),
  ]);
  startNaming(note.id);
};

const grid = 8;
const onGrid = ({ x, y }: Point): Point => ({ x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid });

/** Adds a note around a point of the wall, or straight above or below it where another lies there. */
export const addNote = (kind: NoteKind, centre: Point): void => {
  const { width, height } = kindInfo[kind].defaultSize;
  const wanted = { ...onGrid({ x: centre.x - width / 2, y: centre.y - height / 2 }), width, height };
  add(kind, kind === 'frame' ? { x: wanted.x, y: wanted.y } : onGrid(freePlace(boardNow(), wanted)));
};

/** Adds the note that comes after another, connected with it: where the person pointed, else where there is room. */
export const appendNote = (from: string, kind: NoteKind, at?: Point): void => {
  const place = at
    ? onGrid({ x: at.x, y: at.y - kindInfo[kind].defaultSize.height / 2 })
    : placeNextTo(boardNow(), from, kind);
  add(kind, place, (noteId) => [{ type: 'ConnectNotes', connection: { id: newId(), from, to: noteId } }]);
};

/** The intent to connect two notes; none where they are one, or connected already. */
export const connectIntents = (board: Board, from: string, to: string): BoardIntent[] => {
  const isThere = linksOf(board)
    .outgoing(from)
    .some((connection) => connection.to === to);
  return from === to || isThere ? [] : [{ type: 'ConnectNotes', connection: { id: newId(), from, to } }];
};

/** Stored streams keep a decider's category: it follows the name only while nothing is stored. */
const hasStreams = (definition: Definition): boolean =>
  definition.kind === 'decider' &&
  appStore.getState().events.some(({ metadata }) => categoryOf(metadata.streamName) === definition.category);

export const renameNote = (noteId: string, name: string): void => {
  const definition = definitionOfNote(boardNow(), noteId);
  if (!definition || name === '' || name === definition.name) return;
  makeEdit(canvasText.renamed(definition.name, name), [
    { type: 'RenameDefinition', definitionId: definition.id, name, hasStreams: hasStreams(definition) },
  ]);
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
