/** Runs something when nothing else is waiting; soon, where the browser cannot tell. */
export const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 4_000 });
  else setTimeout(run, 1_000);
};

/** Milliseconds after which nobody waits for a frame any more: a hidden page paints none. */
const longestFrame = 200;

/** Resolves when what was changed just now has been painted. */
export const untilPainted = (): Promise<void> =>
  new Promise((resolve) => {
    // A task that was queued in a frame's callback runs once the frame is painted.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(() => document.visibilityState === 'hidden' && resolve(), longestFrame);
  });
