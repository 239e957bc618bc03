import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';
import { programInForce } from './programSync.ts';
import { isInThePast, refreshMoment } from './timeTravel.ts';

/** Goes through what the screen uses; in the past nothing can happen. */
export const windClock = async (to: string): Promise<void> => {
  if (isInThePast(appStore.getState())) return;
  await programInForce();
  await orSay(() => engine().windClock(to));
  await refreshMoment();
};
