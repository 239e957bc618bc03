/** Runs something when nothing else is waiting; soon, where the browser cannot tell. */
export const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 4_000 });
  else setTimeout(run, 1_000);
};
