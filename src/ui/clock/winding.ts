import { appStore, workspace } from '#state';
import { announce } from '../canvas/wallStore.ts';
import { clockTexts as texts } from '../text/clock.ts';
import { clockNow, waitingMessages } from './playgroundClock.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Winds the clock, and says what it shows then and how much has happened by it. */
export const windTo = async (time: number): Promise<void> => {
  const before = appStore.getState().events.length;
  await workspace.windClock(new Date(time).toISOString());
  const after = appStore.getState();
  announce(texts.wound(clockNow(after), after.events.length - before));
};

export const windBy = (ms: number): Promise<void> => windTo(clockNow(appStore.getState()) + ms);

/** When the next scheduled message is due; nothing where none waits. */
const nextDue = (): number | undefined => {
  const { events } = appStore.getState();
  const [next] = waitingMessages(events, events.length);
  return next && Date.parse(next.dueAt);
};

export const windToNext = async (): Promise<void> => {
  const time = nextDue();
  if (time !== undefined) await windTo(time);
};
