/**
 * Resolves when a key is let go, or the window is left: to be asked while the key goes down, since what it does may
 * still be on its way.
 */
export const keyReleased = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = new AbortController();
    const finish = () => {
      stop.abort();
      resolve();
    };
    window.addEventListener('keyup', finish, { signal: stop.signal, capture: true });
    window.addEventListener('blur', finish, { signal: stop.signal });
  });
