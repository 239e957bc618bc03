import { useEffect, useRef, useState } from 'react';

const takesFocus = (element: Element | null): element is HTMLElement | SVGElement =>
  element instanceof HTMLElement || element instanceof SVGElement;

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * For a modal layer: the focus goes back to where it was before, and `onReturned` comes after that. It goes at once: a
 * task later it would be taken away from what the keys that were pressed meanwhile have opened.
 */
export const useFocusReturn = (onReturned?: () => void): void => {
  const [focusedBefore] = useState(() => document.activeElement);
  const latest = useRef(onReturned);
  useEffect(() => {
    latest.current = onReturned;
  });
  useEffect(
    () => () =>
      // What holds the focus in the layer, and hides all else, lets go in the same turn.
      queueMicrotask(() => {
        if (isLost() && takesFocus(focusedBefore)) focusedBefore.focus({ preventScroll: true });
        latest.current?.();
      }),
    [focusedBefore],
  );
};
