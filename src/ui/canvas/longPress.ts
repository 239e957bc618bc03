import { openContextMenu } from './openMenu.ts';

/** As long as on phones and tablets. */
const holdingTime = 500;
/** A finger is never quite still. In pixels. */
const tolerance = 10;

/** The finger that goes up now has made no tap: a tap beside the menu would close it. */
const swallowTap = (): void =>
  window.addEventListener('touchend', (event) => event.preventDefault(), { once: true, capture: true, passive: false });

/** A finger or pen that stays where it came down opens the menu of what is there. Answers how to stop. */
export const watchForLongPress = (wall: HTMLElement): (() => void) => {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  let timer: number | undefined;
  let start = { x: 0, y: 0 };
  const forget = () => window.clearTimeout(timer);
  const onDown = ({ pointerType, isPrimary, target, clientX, clientY }: PointerEvent) => {
    forget();
    if (pointerType === 'mouse' || !isPrimary) return;
    start = { x: clientX, y: clientY };
    timer = window.setTimeout(() => {
      swallowTap();
      openContextMenu(target, start);
    }, holdingTime);
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
