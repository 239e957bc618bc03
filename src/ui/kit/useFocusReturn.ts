import { useEffect, useRef, useState } from 'react';
import { giveFocusBack } from './lostFocus.ts';

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
        giveFocusBack(focusedBefore);
        latest.current?.();
      }),
    [focusedBefore],
  );
};
