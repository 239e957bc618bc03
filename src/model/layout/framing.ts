import type { Move } from './aligning.ts';
import type { Place } from './places.ts';
import { boundsOf, centreOf, contains, gridStep, type Rectangle } from './rectangle.ts';

/** A frame holds what has its middle in it, and other frames that lie in it whole. */
export const holds = (frame: Place, { noteId, kind, ...area }: Place): boolean => {
  if (noteId === frame.noteId) return false;
  return contains(frame, kind === 'frame' ? area : { ...centreOf(area), width: 0, height: 0 });
};

/** What goes along when these notes move: whatever lies in the frames among them, but is not among them itself. */
export const heldBy = (places: readonly Place[], noteIds: readonly string[]): Place[] => {
  const chosen = new Set(noteIds);
  const frames = places.filter(({ noteId, kind }) => kind === 'frame' && chosen.has(noteId));
  if (frames.length === 0) return [];
  return places.filter((place) => !chosen.has(place.noteId) && frames.some((frame) => holds(frame, place)));
};

/** What moves when these notes shall: not what is locked, but what lies in the frames among them. */
export const movableOf = (places: readonly Place[], noteIds: readonly string[]): { chosen: Place[]; held: Place[] } => {
  const wanted = new Set(noteIds);
  const free = places.filter(({ isLocked }) => !isLocked);
  const chosen = free.filter(({ noteId }) => wanted.has(noteId));
  return {
    chosen,
    held: heldBy(
      free,
      chosen.map(({ noteId }) => noteId),
    ),
  };
};

/** The moves, and with each frame what lies in it as far; what is locked takes nothing along and does not go along. */
export const withHeld = (places: readonly Place[], moves: readonly Move[]): Move[] => {
  const chosen = new Set(moves.map(({ noteId }) => noteId));
  const targets = new Map(moves.map(({ noteId, to }) => [noteId, to]));
  const taken = new Map(moves.map(({ noteId, to }) => [noteId, to]));
  for (const frame of places) {
    const to = targets.get(frame.noteId);
    if (!to || frame.kind !== 'frame' || frame.isLocked) continue;
    for (const { noteId, x, y, isLocked } of places.filter((place) => !chosen.has(place.noteId) && holds(frame, place)))
      if (!isLocked && !taken.has(noteId)) taken.set(noteId, { x: x + to.x - frame.x, y: y + to.y - frame.y });
  }
  return [...taken].map(([noteId, to]) => ({ noteId, to }));
};

/** Room between a frame's rim and its notes; its title stands above them. */
export const frameMargin = { left: 32, top: 56, right: 32, bottom: 32 };

/** A frame around the rectangles, with its rim on the grid; null where there are none. */
export const frameAround = (rectangles: readonly Rectangle[]): Rectangle | null => {
  const bounds = boundsOf(rectangles);
  if (!bounds) return null;
  const before = (edge: number): number => Math.floor(edge / gridStep) * gridStep;
  const behind = (edge: number): number => Math.ceil(edge / gridStep) * gridStep;
  const [x, y] = [before(bounds.x - frameMargin.left), before(bounds.y - frameMargin.top)];
  return {
    x,
    y,
    width: behind(bounds.x + bounds.width + frameMargin.right) - x,
    height: behind(bounds.y + bounds.height + frameMargin.bottom) - y,
  };
};
