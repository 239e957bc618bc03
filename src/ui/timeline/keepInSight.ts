import { laneHeight } from './laneHeight.ts';
import { namesWidth } from './useSeenPart.ts';

/** What is left in sight on either side of the cursor. */
const context = 130;

/** The scroll offset that leaves a place in sight, as near to the present one as can be. */
const offsetFor = (present: number, start: number, end: number, length: number): number => {
  if (start < present) return Math.max(0, start);
  return end > present + length ? end - length : present;
};

/** Scrolls just as far as needed for the place to be well in sight, beside the names that cover the left. */
export const keepInSight = (element: HTMLElement, x: number, y: number): void => {
  const width = element.clientWidth - namesWidth(element);
  const margin = Math.min(context, width / 3);
  const left = offsetFor(element.scrollLeft, x - margin, x + margin, width);
  const top = offsetFor(element.scrollTop, y, y + laneHeight, element.clientHeight);
  if (left === element.scrollLeft && top === element.scrollTop) return;
  // A glide over many screens would show nothing but a blur.
  const isFar =
    Math.abs(left - element.scrollLeft) > 2 * width || Math.abs(top - element.scrollTop) > 2 * element.clientHeight;
  element.scrollTo({ left, top, behavior: isFar ? 'instant' : 'auto' });
};

/** Where a chip has the focus, it goes along with the cursor, so that arrows walk on from there. */
export const moveFocus = (element: HTMLElement, position: number): void => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !element.contains(focused) || !focused.dataset.position) return;
  element.querySelector<HTMLElement>(`[data-position="${Math.max(1, position)}"]`)?.focus({ preventScroll: true });
};
