import type { BoardEvent, BoardIntent } from './boardEvents.ts';
import { refuse } from './boardRefusal.ts';
import type { Board, Note } from './definitions.ts';
import { refuseIfAllLocked, unlockedOf, whyLocked } from './locking.ts';
import { noteAt } from './lookUp.ts';
import { recordOf } from './records.ts';

const isPlace = ({ x, y }: { x: number; y: number }): boolean => Number.isFinite(x) && Number.isFinite(y);

export const decidePlacedNote = (note: Note, board: Board): BoardEvent[] => {
  if (!isPlace(note)) return refuse('A note needs a place on the wall.');
  return recordOf(board.notes, note.id) ? [] : [{ type: 'NoteAdded', data: { note } }];
};

/** Notes that are locked, or that another tab has removed meanwhile, stay behind; the others move. */
export const decideMoves = (moves: { noteId: string; to: { x: number; y: number } }[], board: Board): BoardEvent[] => {
  if (!moves.every(({ to }) => isPlace(to))) return refuse('A note needs a place on the wall.');
  const noteIds = moves.map(({ noteId }) => noteId);
  refuseIfAllLocked(board, noteIds, 'move');
  const free = unlockedOf(board, noteIds);
  const made = moves.flatMap(({ noteId, to }) => {
    const note = recordOf(board.notes, noteId);
    if (!note || !free.has(noteId) || (note.x === to.x && note.y === to.y)) return [];
    return [{ noteId, from: { x: note.x, y: note.y }, to }];
  });
  return made.length > 0 ? [{ type: 'NotesMoved', data: { moves: made } }] : [];
};

/** Smaller than this, a note could neither be read nor caught with the pointer. */
const leastSize = 24;

export const decideSize = (
  { noteId, to, at }: Extract<BoardIntent, { type: 'ResizeNote' }>,
  board: Board,
): BoardEvent[] => {
  const note = noteAt(board, noteId);
  if (note.isLocked) return refuse(whyLocked(board, [note], 'resize'));
  if (!(to.width >= leastSize && to.height >= leastSize)) return refuse('A note cannot be smaller than its name.');
  const { width, height } = note;
  const from = width !== undefined && height !== undefined ? { width, height } : null;
  const isSame = from?.width === to.width && from.height === to.height;
  const resized: BoardEvent[] = isSame ? [] : [{ type: 'NoteResized', data: { noteId, from, to } }];
  return at ? [...resized, ...decideMoves([{ noteId, to: at }], board)] : resized;
};

/** What is gone already is no trouble: it was to go. What is locked stays. */
export const decideRemoval = (noteIds: string[], connectionIds: string[], board: Board): BoardEvent[] => {
  const goingConnections = new Set(connectionIds.filter((id) => recordOf(board.connections, id)));
  if (goingConnections.size === 0) refuseIfAllLocked(board, noteIds, 'delete');
  const goingNotes = unlockedOf(board, noteIds);
  const connections = Object.values(board.connections).filter(
    ({ id, from, to }) => goingConnections.has(id) || goingNotes.has(from) || goingNotes.has(to),
  );
  const notes = Object.values(board.notes).filter(({ id }) => goingNotes.has(id));
  return [
    ...connections.map((connection): BoardEvent => ({ type: 'NotesDisconnected', data: { connection } })),
    ...notes.map((note): BoardEvent => ({ type: 'NoteRemoved', data: { note } })),
    ...lastAppearances(notes, goingNotes, board).flatMap((definitionId) => removedDefinition(definitionId, board)),
  ];
};

const lastAppearances = (notes: Note[], going: ReadonlySet<string>, board: Board): string[] => {
  const left = new Set(
    Object.values(board.notes).flatMap(({ id, definitionId }) => (going.has(id) ? [] : [definitionId])),
  );
  return [...new Set(notes.map(({ definitionId }) => definitionId))].filter((id) => !left.has(id));
};

/** A definition leaves with its specifications: they would speak of nothing. */
export const removedDefinition = (definitionId: string, board: Board): BoardEvent[] => {
  const definition = recordOf(board.definitions, definitionId);
  if (!definition) return [];
  return [
    ...Object.values(board.specifications)
      .filter((specification) => specification.definitionId === definitionId)
      .map((specification): BoardEvent => ({ type: 'SpecificationRemoved', data: { specification } })),
    { type: 'DefinitionRemoved', data: { definition } },
  ];
};
