import { openContextMenu } from './openMenu.ts';

/** As long as on phones and tablets. */
const holdingTime = 500;
/** A finger is never quite still. In pixels. */
const tolerance = 10;

/** A finger or pen that stays where it came down opens the menu of what is there. Answers how to stop. */
export const watchForLongPress = (wall: HTMLElement | null): (() => void) | undefined => {
  if (!wall) return undefined;
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  let timer: number | undefined;
  let start = { x: 0, y: 0 };
  const forget = () => window.clearTimeout(timer);
  const onDown = ({ pointerType, isPrimary, target, clientX, clientY }: PointerEvent) => {
    forget();
    if (pointerType === 'mouse' || !isPrimary) return;
    start = { x: clientX, y: clientY };
    timer = window.setTimeout(() => openContextMenu(target, start), holdingTime);
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - start.x, clientY - start.y) > tolerance) forget();
  };
  wall.addEventListener('pointerdown', onDown, options);
  window.addEventListener('pointermove', onMove, options);
  window.addEventListener('pointerup', forget, options);
  window.addEventListener('pointercancel', forget, options);
  return () => {
    forget();
    stop.abort();
  };
};
