import type { Point } from '#model';
import {
  boundsOf,
  heldBy,
  movableOf,
  type Place,
  placesOf,
  type Rectangle,
  type SnapLines,
  type Snapped,
  shifted,
  snap,
  snapLinesOf,
} from '#model';
import { appStore } from '#state';
import { canvasText } from '../text/canvas.ts';
import { nameOfNote } from './describeNote.ts';
import { refuseToMove } from './locking.ts';
import { makeEdit } from './makeEdit.ts';
import { duplicateNotes } from './putCopies.ts';
import type { WallNode } from './wallElements.ts';
import { announce, wallStore } from './wallStore.ts';

/** What a drag of notes shows beside the moving notes. */
export type DragMarks = Pick<Snapped, 'guides' | 'gaps'> & {
  /** Notes whose copies are being dragged: they stay, and are drawn where they stand. */
  copiedIds: readonly string[];
};

/**
 * Keys held while dragging. Free (Ctrl, Cmd): nothing snaps, and a frame goes without its notes. Copying (Alt): the
 * notes stay, and copies go.
 */
type Held = { isFree: boolean; isCopying: boolean };

type Cast = { chosen: ReadonlyMap<string, Point>; held: ReadonlyMap<string, Point> };

type Drag = {
  /** Where the notes under the pointer were. */
  starts: ReadonlyMap<string, Point>;
  /** Those of them that go, with what lies in the frames among them: all as copies, only what is not locked itself. */
  moving: Cast;
  copying: Cast;
  bounds: Rectangle;
  lines: SnapLines;
  /** How far the pointer has gone, and how far the notes. */
  pointed: Point;
  shift: Point;
  isCancelled: boolean;
  stop: AbortController;
};

/** In pixels of the screen: this near, something lines up. */
const reachInPixels = 6;

let drag: Drag | null = null;
let held: Held = { isFree: false, isCopying: false };

const placesById = (places: readonly Place[]): ReadonlyMap<string, Point> =>
  new Map(places.map(({ noteId, x, y }) => [noteId, { x, y }]));

const castOf = ({ chosen, held: inFrames }: { chosen: Place[]; held: Place[] }): Cast => ({
  chosen: placesById(chosen),
  held: placesById(inFrames),
});

const begin = (noteIds: readonly string[]): Drag | null => {
  const places = placesOf(appStore.getState().board);
  const chosen = new Set(noteIds);
  const pointed = places.filter(({ noteId }) => chosen.has(noteId));
  const bounds = boundsOf(pointed);
  if (!bounds) return null;
  const copied = { chosen: pointed, held: heldBy(places, noteIds) };
  const going = new Set([...copied.chosen, ...copied.held].map(({ noteId }) => noteId));
  return {
    starts: placesById(pointed),
    moving: castOf(movableOf(places, noteIds)),
    copying: castOf(copied),
    bounds,
    lines: snapLinesOf(places.filter(({ noteId }) => !going.has(noteId))),
    pointed: { x: 0, y: 0 },
    shift: { x: 0, y: 0 },
    isCancelled: false,
    stop: listenToKeys(),
  };
};

/** Keys may go down and up while the pointer rests. */
const listenToKeys = (): AbortController => {
  const stop = new AbortController();
  const follow = (event: KeyboardEvent | PointerEvent) => {
    const next = { isFree: event.ctrlKey || event.metaKey, isCopying: event.altKey };
    if (next.isFree === held.isFree && next.isCopying === held.isCopying) return;
    held = next;
    if (event.type !== 'pointermove') show();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel(event);
    follow(event);
  };
  // Alt let go would open the browser's menu.
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === 'Alt') event.preventDefault();
    follow(event);
  };
  const options = { signal: stop.signal, capture: true };
  window.addEventListener('keydown', onKeyDown, options);
  window.addEventListener('keyup', onKeyUp, options);
  window.addEventListener('pointermove', follow, options);
  return stop;
};

const cancel = (event: KeyboardEvent): void => {
  if (!drag || drag.isCancelled) return;
  event.preventDefault();
  event.stopPropagation();
  drag.isCancelled = true;
  wallStore.setState({ drafts: {}, dragMarks: null });
  announce(canvasText.dragCancelled);
};

const castNow = ({ moving, copying }: Drag): Cast => (held.isCopying ? copying : moving);

const movedNotes = (of: Drag): ReadonlyMap<string, Point> => {
  const cast = castNow(of);
  return held.isFree ? cast.chosen : new Map([...cast.chosen, ...cast.held]);
};

/** All moves at once: every note listens to the drafts. */
const show = (): void => {
  if (!drag || drag.isCancelled) return;
  const pointed = shifted(drag.bounds, drag.pointed);
  const zoom = wallStore.getState().flow?.getZoom() ?? 1;
  const snapped: Snapped = held.isFree
    ? { shift: { x: 0, y: 0 }, guides: [], gaps: [] }
    : snap(pointed, drag.lines, reachInPixels / zoom);
  const shift = shifted(drag.pointed, snapped.shift);
  drag.shift = shift;
  const moved = movedNotes(drag);
  wallStore.setState({
    drafts: Object.fromEntries([...moved].map(([noteId, start]) => [noteId, { at: shifted(start, shift) }])),
    dragMarks: {
      guides: snapped.guides,
      gaps: snapped.gaps,
      copiedIds: held.isCopying ? [...moved.keys()] : [],
    },
  });
};

/** A drag goes on: where React Flow would put the notes, without a grid. */
export const dragTo = (moves: readonly { noteId: string; at: Point }[]): void => {
  drag ??= begin(moves.map(({ noteId }) => noteId));
  const [first] = moves;
  const start = first && drag?.starts.get(first.noteId);
  if (!drag || !start) return;
  drag.pointed = { x: first.at.x - start.x, y: first.at.y - start.y };
  show();
};

/** A drag ends: what it has come to becomes one edit, one step of undo. */
export const endDrag = (): void => {
  const ended = drag;
  if (!ended) return;
  ended.stop.abort();
  const moved = movedNotes(ended);
  const isCopying = held.isCopying;
  drag = null;
  held = { isFree: false, isCopying: false };
  wallStore.setState({ drafts: {}, dragMarks: null });
  if (ended.isCancelled || moved.size === 0 || (ended.shift.x === 0 && ended.shift.y === 0)) return;
  if (isCopying) duplicateNotes([...moved.keys()], ended.shift);
  else
    moveNotes(
      [...moved].map(([noteId, start]) => ({ noteId, to: shifted(start, ended.shift) })),
      ended.moving.chosen.size,
    );
};

/** `count`: how many the person has moved; what a frame takes along is not counted. */
const moveNotes = (moves: { noteId: string; to: Point }[], count: number): void => {
  const { board } = appStore.getState();
  makeEdit(canvasText.moved(count, nameOfNote(board, moves[0]?.noteId ?? '')), [{ type: 'MoveNotes', moves }]);
};

/** Keys held when a drag starts count from the first move on. Where all is locked, that is said at once. */
export const startDrag = (event: MouseEvent | TouchEvent, _node: WallNode, nodes: WallNode[]): void => {
  held = { isFree: event.ctrlKey || event.metaKey, isCopying: event.altKey };
  if (held.isCopying || !nodes.every(({ data }) => data.isLocked)) return;
  refuseToMove(nodes.map(({ id }) => id));
};
