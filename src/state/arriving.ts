import type { InstallPrompt } from './appOffers.ts';
import { orSay } from './messages.ts';
import { whenIdle } from './whenIdle.ts';

/** Fetched when something comes. */
const arrivals = () => import('./arrivals.ts');
const appOffers = () => import('./appOffers.ts');

const lookAtAddress = (): void => {
  if (location.search || location.hash) void orSay(async () => (await arrivals()).openAddressed());
};

/** Follows what comes by addresses (of this visit, and links opened where the app is open) and from the system. */
export const followArrivals = (): void => {
  addEventListener('hashchange', lookAtAddress);
  lookAtAddress();
  const { launchQueue } = window;
  if (launchQueue) whenIdle(() => void orSay(async () => (await arrivals()).followLaunches(launchQueue)));
};

/** The browser may offer to install the app at any time, and once. */
export const followInstalling = (): void =>
  addEventListener('beforeinstallprompt', (prompt) => {
    prompt.preventDefault();
    void orSay(async () => (await appOffers()).offerInstalling(prompt as InstallPrompt));
  });

/** Says that a newer version of the app waits, and keeps it on offer. */
export const offerUpdate = (update: () => void): void =>
  void orSay(async () => (await appOffers()).offerUpdate(update));
