import { getViewportForBounds } from '@xyflow/react';
import { type Board, boundsOf, centreOf, overlaps, type Point, type Rectangle, type Size } from '#model';
import { appStore } from '#state';
import { placedNotes } from './wallElements.ts';
import { wallStore } from './wallStore.ts';

/** Names have 14 px at zoom 1: beyond that a small board would look clumsy, below it names get hard to read. */
const fitting = () => ({ padding: '20px' as const, maxZoom: 1.1 * appStore.getState().scale, minZoom: 0.1 });

const motion = (): { duration: number } => ({
  duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
});

const flow = () => wallStore.getState().flow;

const frameOf = (): DOMRect | undefined => document.querySelector('[data-wall]')?.getBoundingClientRect();

/** In the pixels of the window, as React Flow counts them, however large the interface is drawn. */
const sizeOfWall = (): Size => {
  const { width = 0, height = 0 } = frameOf() ?? {};
  return { width, height };
};

/** The board that is on the screen. */
const shownBoard = (): Board => wallStore.getState().still ?? appStore.getState().board;

/**
 * Brings notes into view, as the board knows them: React Flow would fit what it has been given so far, which is not all
 * of a large wall while that comes, and put it off until there is something to fit.
 */
const fitNotes = (isFitted: (noteId: string) => boolean, moving?: { duration: number }): void => {
  const bounds = boundsOf(placedNotes(shownBoard()).filter(({ noteId }) => isFitted(noteId)));
  const { width, height } = sizeOfWall();
  const { minZoom, maxZoom, padding } = fitting();
  const viewport = bounds
    ? getViewportForBounds(bounds, width, height, minZoom, maxZoom, padding)
    : { x: 0, y: 0, zoom: 1 };
  void flow()?.setViewport(viewport, moving);
};

export const fitAll = (): void => fitNotes(() => true, motion());

/** Whoever has done one of these looks at something by now. */
const touches = ['pointerdown', 'keydown', 'wheel'];

/**
 * Fits everything into view at once, and anew where the wall gets another size before anybody has touched anything:
 * regions and lines around it come a little later. Answers how to stop.
 */
export const fitOnOpening = (): (() => void) => {
  const untouched = new AbortController();
  let fitted = sizeOfWall();
  const resized = new ResizeObserver(() => {
    const size = sizeOfWall();
    if (size.width === fitted.width && size.height === fitted.height) return;
    fitted = size;
    fitNotes(() => true);
  });
  const stop = (): void => {
    untouched.abort();
    resized.disconnect();
  };
  const wall = document.querySelector('[data-wall]');
  if (wall) resized.observe(wall);
  for (const touch of touches) addEventListener(touch, stop, { capture: true, signal: untouched.signal });
  fitNotes(() => true);
  return stop;
};

export const fitTo = (noteIds: readonly string[]): void => {
  const fitted = new Set(noteIds);
  fitNotes((noteId) => fitted.has(noteId), motion());
};

export const fitSelection = (): void => fitTo(appStore.getState().selection.noteIds);

export const zoomIn = (): void => void flow()?.zoomIn(motion());
export const zoomOut = (): void => void flow()?.zoomOut(motion());
export const zoomTo100 = (): void => void flow()?.zoomTo(1, motion());

/** The middle of what is seen of the wall, in its own units. */
export const centreOfView = (): Point => {
  const frame = frameOf();
  const centre = frame ? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 } : { x: 0, y: 0 };
  return onWall(centre);
};

/** A point of the window, in the wall's units. */
export const onWall = (point: Point): Point => flow()?.screenToFlowPosition(point) ?? point;

/** A point of the wall, in the window's pixels. */
export const onScreen = (point: Point): Point => flow()?.flowToScreenPosition(point) ?? point;

/** What is seen of the wall, in its own units. */
export const viewedArea = (): Rectangle | null => {
  const frame = frameOf();
  if (!frame) return null;
  const [topLeft, bottomRight] = [onWall({ x: frame.left, y: frame.top }), onWall({ x: frame.right, y: frame.bottom })];
  return boundsOf([
    { ...topLeft, width: 0, height: 0 },
    { ...bottomRight, width: 0, height: 0 },
  ]);
};

/** Whether some of it is seen. */
export const isInView = (place: Rectangle): boolean => {
  const area = viewedArea();
  return area !== null && overlaps(area, place);
};

/** Moves and zooms the wall until it shows this part of it. */
export const showArea = (area: Rectangle): void => void flow()?.fitBounds(area, { ...motion(), padding: 0 });

/** Puts a point of the wall into the middle of the view, at once. */
export const centreAt = ({ x, y }: Point): void => void flow()?.setCenter(x, y, { zoom: flow()?.getZoom() ?? 1 });

/** Names are read from here on. */
const readable = 0.7;

/** Puts a note into the middle of the view, near enough to be read. */
export const centreOn = (noteId: string): void => {
  const place = placedNotes(appStore.getState().board).find((candidate) => candidate.noteId === noteId);
  if (!place) return;
  const { x, y } = centreOf(place);
  void flow()?.setCenter(x, y, { ...motion(), zoom: Math.max(readable, flow()?.getZoom() ?? 1) });
};

/** How far to move for what sticks out before the start, else beyond the end. */
const shiftBy = (before: number, after: number): number => (before > 0 ? before : Math.min(0, -after));

/** Room around a note that comes into view; at the lower edge for the controls, too. In pixels. */
const margin = { top: 24, left: 24, right: 24, bottom: 60 };

/** Moves the wall just as far as it takes to see the whole note. */
export const bringIntoView = (noteId: string): void => {
  const { board } = appStore.getState();
  const place = placedNotes(board).find((candidate) => candidate.noteId === noteId);
  const area = viewedArea();
  const viewport = flow()?.getViewport();
  if (!place || !area || !viewport) return;
  const { x, y, zoom } = viewport;
  const left = area.x + margin.left / zoom - place.x;
  const right = place.x + place.width + margin.right / zoom - (area.x + area.width);
  const top = area.y + margin.top / zoom - place.y;
  const bottom = place.y + place.height + margin.bottom / zoom - (area.y + area.height);
  const dx = shiftBy(left, right);
  const dy = shiftBy(top, bottom);
  if (dx === 0 && dy === 0) return;
  void flow()?.setViewport({ x: x + dx * zoom, y: y + dy * zoom, zoom }, motion());
};
