import { appStore } from './appStore.ts';
import { sayNote } from './messages.ts';

const { setState } = appStore;

/** A newer version waits: it is told once, and stays on offer in the header until somebody takes it. */
export const offerUpdate = (update: () => void): void => {
  setState(({ offers }) => ({ offers: { ...offers, update } }));
  sayNote('A new version is ready: reload when it suits you.', [{ label: 'Reload', run: update }]);
};

/** What a browser raises where it would install the app, and lets be asked for once. */
export type InstallPrompt = Event & { prompt(): Promise<unknown> };

export const offerInstalling = (prompt: InstallPrompt): void => {
  const install = () => {
    setState(({ offers: { install: _, ...offers } }) => ({ offers }));
    void prompt.prompt();
  };
  setState(({ offers }) => ({ offers: { ...offers, install } }));
};
