import { appStore } from '#state';
import { placeOf } from '../actions/actionForKeys.ts';
import { copyByEvent, cutByEvent, pasteByEvent } from './clipboard.ts';
import { followPointer } from './pointer.ts';

/** Copying is meant for the wall while the focus is on it, or nowhere, and no text is selected. */
const isForWall = (): boolean => {
  const { isTyping, isOverlay, region, isNothingFocused } = placeOf(document.activeElement);
  if (isTyping || isOverlay || appStore.getState().form !== null) return false;
  return (region === 'wall' || isNothingFocused) && (window.getSelection()?.isCollapsed ?? true);
};

/** The browser raises these at Ctrl+C, Ctrl+X and Ctrl+V, on any address and without asking. Answers how to stop. */
export const followClipboard = (): (() => void) => {
  const stop = new AbortController();
  const listen = (type: 'copy' | 'cut' | 'paste', handle: (event: ClipboardEvent) => boolean) =>
    document.addEventListener(
      type,
      (event) => {
        if (!event.defaultPrevented && isForWall() && handle(event)) event.preventDefault();
      },
      { signal: stop.signal },
    );
  listen('copy', copyByEvent);
  listen('cut', cutByEvent);
  listen('paste', pasteByEvent);
  // Without this, browsers offer no copy from a menu where no text is selected.
  for (const type of ['beforecopy', 'beforecut'])
    document.addEventListener(type, (event) => isForWall() && event.preventDefault(), { signal: stop.signal });
  const stopPointer = followPointer();
  return () => {
    stop.abort();
    stopPointer();
  };
};
