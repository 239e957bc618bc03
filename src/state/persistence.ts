import { appStore } from './appStore.ts';

/** Whether the browser has promised to keep what is stored here; it may clear the rest where space runs low. */
export const isKept = async (): Promise<boolean> => (await navigator.storage?.persisted?.()) ?? false;

/** Asks for that promise once something is there that somebody would miss: with the first edit. */
export const askToKeep = (): void => {
  const stop = appStore.subscribe(({ board }, before) => {
    if (board === before.board || board.modelId !== before.board.modelId) return;
    stop();
    void navigator.storage?.persist?.();
  });
};
