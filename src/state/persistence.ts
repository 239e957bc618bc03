import { appStore } from './appStore.ts';
import { sayTrouble } from './messages.ts';
import type { Visit } from './models.ts';
import { followVisit } from './tornLog.ts';

/** Whether the browser has promised to keep what is stored here; it may clear the rest where space runs low. */
export const isKept = async (): Promise<boolean> => (await navigator.storage?.persisted?.()) ?? false;

/** Asks for that promise once something is there that somebody would miss: with the first edit. */
const askToKeep = (): void => {
  const stop = appStore.subscribe(({ board }, before) => {
    if (board === before.board || board.modelId !== before.board.modelId) return;
    stop();
    void navigator.storage?.persist?.();
  });
};

/** Chromium drops all databases of a page where their log is damaged, and any browser where its disk runs full. */
const sayLost = (): void =>
  sayTrouble('The browser has dropped all that was stored here. What was saved to files opens again.', [
    { label: 'Open a file', run: () => void import('./fileActions.ts').then(({ previewFile }) => previewFile()) },
  ]);

/** Does what can be done for what is stored to stay, and says where it has not. */
export const keepStored = (visit: Visit): void => {
  askToKeep();
  // What cannot be written now (a full disk, say) is made good at another visit.
  followVisit().catch(() => undefined);
  if (visit === 'lost') sayLost();
};
