import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { BoardIntent, Point, Size } from '#model';
import { appStore, type Selection, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { nameOfNote } from './describeNote.ts';
import type { Drafts } from './drafts.ts';
import { makeEdit } from './edits.ts';
import { contains, type Direction } from './geometry.ts';
import { placedNotes, type WallEdge, type WallNode } from './wallElements.ts';
import { wallStore } from './wallStore.ts';

type Move = { noteId: string; at: Point };

/** All moves of a gesture's step at once: every note listens to the drafts. */
const draft = (moves: readonly Move[], sizes: readonly { noteId: string; size: Size }[] = []): void => {
  const drafts: { [noteId: string]: Drafts[string] } = { ...wallStore.getState().drafts };
  for (const { noteId, at } of moves) drafts[noteId] = { ...drafts[noteId], at };
  for (const { noteId, size } of sizes) drafts[noteId] = { ...drafts[noteId], size };
  wallStore.setState({ drafts });
};

/** What the gesture has come to becomes one edit, one step of undo. */
const keepDrafts = (): void => {
  const { drafts } = wallStore.getState();
  const { board } = appStore.getState();
  wallStore.setState({ drafts: {} });
  const resizes: BoardIntent[] = [];
  const moves: { noteId: string; to: Point }[] = [];
  for (const [noteId, { at, size }] of Object.entries(drafts)) {
    const note = board.notes[noteId];
    if (!note) continue;
    if (size) resizes.push({ type: 'ResizeNote', noteId, to: size, ...(at && { at }) });
    else if (at && (at.x !== note.x || at.y !== note.y)) moves.push({ noteId, to: at });
  }
  const [first] = Object.keys(drafts);
  if (first && resizes.length > 0) makeEdit(canvasText.resized(nameOfNote(board, first)), resizes);
  if (moves.length > 0) {
    makeEdit(canvasText.moved(moves.length, nameOfNote(board, moves[0]?.noteId ?? '')), [{ type: 'MoveNotes', moves }]);
  }
};

/** A frame takes along what lies in it; what is selected moves by itself. */
const contentsMovedWith = (frameId: string, to: Point): Move[] => {
  const { board, selection } = appStore.getState();
  const places = placedNotes(board);
  const frame = places.find(({ noteId }) => noteId === frameId);
  if (frame?.kind !== 'frame') return [];
  return places
    .filter((place) => place.noteId !== frameId && !selection.noteIds.includes(place.noteId) && contains(frame, place))
    .map(({ noteId, x, y }) => ({ noteId, at: { x: x + to.x - frame.x, y: y + to.y - frame.y } }));
};

/** A position that comes with a resize says nothing of dragging: what lies in the frame then stays where it is. */
const movesOf = (change: NodeChange<WallNode>): Move[] => {
  if (change.type !== 'position' || !change.position) return [];
  const { id, position, dragging } = change;
  return [{ noteId: id, at: position }, ...(dragging === undefined ? [] : contentsMovedWith(id, position))];
};

const sizesOf = (change: NodeChange<WallNode>) =>
  change.type === 'dimensions' && change.resizing !== undefined && change.dimensions
    ? [{ noteId: change.id, size: change.dimensions }]
    : [];

const isEndOfGesture = (change: NodeChange<WallNode>): boolean =>
  (change.type === 'position' && change.dragging === false) ||
  (change.type === 'dimensions' && change.resizing === false);

const withFlags = (ids: string[], changes: { id: string; selected: boolean }[]): string[] => {
  const next = new Set(ids);
  for (const { id, selected } of changes) {
    if (selected) next.add(id);
    else next.delete(id);
  }
  return [...next];
};

const selectionChanges = (changes: (NodeChange<WallNode> | EdgeChange<WallEdge>)[]) =>
  changes.flatMap((change) => (change.type === 'select' ? [{ id: change.id, selected: change.selected }] : []));

const changeSelection = (change: (selection: Selection) => Selection): void =>
  workspace.select(change(appStore.getState().selection));

/** Drags and resizers end here: React Flow says what changes, the board decides what stays. */
export const onNodesChange = (changes: NodeChange<WallNode>[]): void => {
  const selected = selectionChanges(changes);
  if (selected.length > 0) changeSelection((now) => ({ ...now, noteIds: withFlags(now.noteIds, selected) }));
  const moves = changes.flatMap(movesOf);
  const sizes = changes.flatMap(sizesOf);
  if (moves.length + sizes.length > 0) draft(moves, sizes);
  if (changes.some(isEndOfGesture)) keepDrafts();
};

export const onEdgesChange = (changes: EdgeChange<WallEdge>[]): void => {
  const selected = selectionChanges(changes);
  if (selected.length > 0) {
    changeSelection((now) => ({ ...now, connectionIds: withFlags(now.connectionIds, selected) }));
  }
};

const steps: { [D in Direction]: Point } = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Moves the selected notes; a key held down is one step of undo, kept when it is let go. */
export const nudge = (direction: Direction, distance: number): void => {
  const { selection, board } = appStore.getState();
  const { drafts } = wallStore.getState();
  const isFirst = Object.keys(drafts).length === 0;
  const moves = selection.noteIds.flatMap((noteId) => {
    const from = drafts[noteId]?.at ?? board.notes[noteId];
    const step = steps[direction];
    return from ? [{ noteId, at: { x: from.x + step.x * distance, y: from.y + step.y * distance } }] : [];
  });
  draft(moves);
  if (!isFirst) return;
  const stop = new AbortController();
  const finish = () => {
    stop.abort();
    keepDrafts();
  };
  window.addEventListener('keyup', finish, { signal: stop.signal, capture: true });
  window.addEventListener('blur', finish, { signal: stop.signal });
};
