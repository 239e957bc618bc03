import { appStore } from '#state';
import { eventsThatCame } from './eventsThatCame.ts';
import { pathOf, runOf } from './runPath.ts';
import { wallStore } from './wallStore.ts';

/** Sends a wave over the wall whenever an event comes into view. Answers how to stop. */
export const watchForPulses = (): (() => void) =>
  appStore.subscribe((now, before) => {
    if (now.events === before.events && now.cursor === before.cursor) return;
    const events = eventsThatCame(before, now);
    if (events.length === 0) return;
    const path = pathOf(now.board, runOf(now, events));
    wallStore.setState(({ pulse }) => ({ pulse: { path, nonce: (pulse?.nonce ?? 0) + 1 } }));
  });
