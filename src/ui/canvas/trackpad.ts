import { wallStore } from './wallStore.ts';

type Wheel = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** A notch of a wheel is at least this much, in whole pixels; fingers on a trackpad begin with less. */
const leastNotch = 50;

/**
 * Whether two fingers on a trackpad, rather than a wheel, make this turn. Browsers do not say: fingers go aside too,
 * and by small or broken amounts. A pinch comes with Ctrl and zooms.
 */
export const isOfTrackpad = ({ deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey }: Wheel): boolean => {
  if (ctrlKey || metaKey || deltaMode !== 0) return false;
  if (deltaX !== 0 && !shiftKey) return true;
  return !Number.isInteger(deltaY) || Math.abs(deltaY) < leastNotch;
};

/** Turns that follow so soon belong to the same movement, however fast it has become. In milliseconds. */
const sameMovement = 200;

/** Two fingers on a trackpad move the wall; a wheel and a pinch zoom, as React Flow has it. Answers how to stop. */
export const watchForTrackpad = (wall: HTMLElement): (() => void) => {
  let last = { time: Number.NEGATIVE_INFINITY, isOfTrackpad: false };
  const onWheel = (event: WheelEvent) => {
    const isPinch = event.ctrlKey || event.metaKey;
    const isSame = event.timeStamp - last.time < sameMovement;
    last = { time: event.timeStamp, isOfTrackpad: !isPinch && (isSame ? last.isOfTrackpad : isOfTrackpad(event)) };
    const flow = wallStore.getState().flow;
    if (!last.isOfTrackpad || !flow) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({ x: x - event.deltaX, y: y - event.deltaY, zoom });
  };
  wall.addEventListener('wheel', onWheel, { capture: true, passive: false });
  return () => wall.removeEventListener('wheel', onWheel, { capture: true });
};
