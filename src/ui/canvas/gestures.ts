import type { EdgeChange, NodeChange } from '@xyflow/react';
import { type BoardIntent, movableOf, type Point, placesOf, resizedOnGrid, type Size, shifted } from '#model';
import { appStore, type Selection, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { nameOfNote } from './describeNote.ts';
import type { Drafts } from './drafts.ts';
import { dragTo, endDrag } from './dragging.ts';
import type { Direction } from './geometry.ts';
import { keyReleased } from './keyReleased.ts';
import { isLocked, refuseToMove } from './locking.ts';
import { makeEdit } from './makeEdit.ts';
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
  const { board, selection } = appStore.getState();
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
    // What a frame takes along is not counted.
    const chosen = selection.noteIds.filter((id) => drafts[id]);
    const count = Math.min(moves.length, Math.max(1, chosen.length));
    makeEdit(canvasText.moved(count, nameOfNote(board, moves[0]?.noteId ?? '')), [{ type: 'MoveNotes', moves }]);
  }
};

/** A position that comes with a resize says nothing of dragging. */
const isOfDrag = (change: NodeChange<WallNode>): boolean => change.type === 'position' && change.dragging !== undefined;

const movesOf = (changes: NodeChange<WallNode>[]): Move[] =>
  changes.flatMap((change) =>
    change.type === 'position' && change.position ? [{ noteId: change.id, at: change.position }] : [],
  );

/** A resize: the edges that move come to lie on the grid; what lies in the frame stays where it is. */
const resize = (changes: NodeChange<WallNode>[]): void => {
  const places = placesOf(appStore.getState().board);
  for (const change of changes) {
    if (change.type !== 'dimensions' || change.resizing === undefined || !change.dimensions) continue;
    const before = places.find(({ noteId }) => noteId === change.id);
    if (!before) continue;
    const at = movesOf(changes).find(({ noteId }) => noteId === change.id)?.at ?? before;
    const { x, y, width, height } = resizedOnGrid(before, { ...at, ...change.dimensions });
    draft([{ noteId: change.id, at: { x, y } }], [{ noteId: change.id, size: { width, height } }]);
  }
};

const isEndOfResize = (change: NodeChange<WallNode>): boolean =>
  change.type === 'dimensions' && change.resizing === false;

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

let isBoxing = false;

/** Until the pointer goes up, what React Flow selects is what lies in a box. */
export const startBox = (): void => {
  isBoxing = true;
  const stop = new AbortController();
  const end = () => {
    isBoxing = false;
    stop.abort();
  };
  for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, end, { signal: stop.signal });
};

/** A box is drawn over what is locked to get at what lies on it; only a click selects that. */
const isForBox = ({ id, selected }: { id: string; selected: boolean }): boolean =>
  !isBoxing || !selected || !isLocked(id);

/** An arrow of a note that the box has left out is left out, too. */
const isArrowForBox = ({ id, selected }: { id: string; selected: boolean }): boolean => {
  const { board, selection } = appStore.getState();
  const { from = '', to = '' } = board.connections[id] ?? {};
  return !isBoxing || !selected || selection.noteIds.some((noteId) => noteId === from || noteId === to);
};

/** Drags and resizers end here: React Flow says what changes, the board decides what stays. */
export const onNodesChange = (changes: NodeChange<WallNode>[]): void => {
  const selected = selectionChanges(changes).filter(isForBox);
  if (selected.length > 0) changeSelection((now) => ({ ...now, noteIds: withFlags(now.noteIds, selected) }));
  const dragged = changes.filter(isOfDrag);
  if (dragged.length > 0) dragTo(movesOf(dragged));
  else resize(changes);
  if (dragged.some((change) => change.type === 'position' && change.dragging === false)) endDrag();
  if (changes.some(isEndOfResize)) keepDrafts();
};

export const onEdgesChange = (changes: EdgeChange<WallEdge>[]): void => {
  const selected = selectionChanges(changes).filter(isArrowForBox);
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

/** Moves the selected notes, frames with what lies in them unless they go alone; a key held down is one step of undo, kept when it is let go. */
export const nudge = (direction: Direction, distance: number, { isFrameAlone = false } = {}): void => {
  const { selection, board } = appStore.getState();
  const { drafts } = wallStore.getState();
  const isFirst = Object.keys(drafts).length === 0;
  const { x, y } = steps[direction];
  const places = placedNotes(board, drafts).filter(({ noteId }) => isFirst || drafts[noteId]);
  const { chosen, held } = movableOf(places, selection.noteIds);
  if (isFirst && chosen.length === 0) {
    refuseToMove(selection.noteIds);
    return;
  }
  const moving = isFirst ? [...chosen, ...(isFrameAlone ? [] : held)] : places;
  draft(moving.map((place) => ({ noteId: place.noteId, at: shifted(place, { x: x * distance, y: y * distance }) })));
  if (!isFirst) return;
  void keyReleased().then(keepDrafts);
};
