import { pathOf } from '#model';
import { type AppState, appStore } from '#state';
import { eventsThatCame } from './eventsThatCame.ts';
import { runOf } from './runPath.ts';
import { wallStore } from './wallStore.ts';

/** Beyond this speed the next event comes before a wave has passed: the way is lit, and nothing runs along it. */
const mostSpeed = 4;

const isTooFast = ({ isPlaying, speed }: AppState): boolean => isPlaying && speed !== 'recorded' && speed > mostSpeed;

/** Sends a wave over the wall whenever an event comes into view. Answers how to stop. */
export const watchForPulses = (): (() => void) =>
  appStore.subscribe((now, before) => {
    if ((now.events === before.events && now.cursor === before.cursor) || isTooFast(now)) return;
    const events = eventsThatCame(before, now);
    if (events.length === 0) return;
    const path = pathOf(now.board, runOf(now, events));
    wallStore.setState(({ pulse }) => ({ pulse: { path, nonce: (pulse?.nonce ?? 0) + 1 } }));
  });
