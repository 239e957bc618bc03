import type { EventStore } from '#event-store';
import { type ClockSetting, type ClockShift, realTime, timeShown } from '#model';

/** The playground's clock of one run. Milliseconds since 1970; it never runs backwards. */
export type Clock = {
  /** The time of the next command. A given time is kept where it does not lie in the past of the run. */
  next: (setting: ClockSetting, given?: number) => number;
  /** What it shows while nothing happens. */
  now: (setting: ClockSetting) => number;
  /** Goes on from another time. */
  set: (shift: ClockShift) => void;
  /** As long as it is pinned, it shows this time, and nothing is due that comes after it: history is sent again. */
  pinAt: (time: number | undefined) => void;
  /** As long as it is held, what happens happens from this time on: timers are caught up on. */
  holdAt: (time: number | undefined) => void;
  /** Something stored carries this time (ISO 8601): another tab may have moved the clock on. */
  saw: (time: string) => void;
};

/** Tabs that send at the same time may record in another order, but not by far: so many commands tell the time. */
const newest = 100;

/** What is stored tells the time: a stopped clock goes on where the last command left it, or where it was set to. */
export const openClock = async (store: EventStore, setAtStart?: ClockShift): Promise<Clock> => {
  let shift = setAtStart;
  let heldAt: number | undefined;
  let pinnedAt: number | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  const saw = (time: string): void => {
    latest = Math.max(latest, Date.parse(time));
  };

  const after = Math.max(0, (await store.lastSequence()) - newest);
  for (const { receivedAt } of await store.commandRecords({ after })) saw(receivedAt);
  const { position, recordedAt } = await store.logEnd();
  if (position > 0) saw(recordedAt);

  const next = (setting: ClockSetting, given?: number): number => {
    latest = Math.max(given ?? tick(setting, latest, heldAt ?? shift), latest);
    return latest;
  };
  return {
    next,
    saw,
    now: (setting) =>
      pinnedAt === undefined ? timeShown(setting, shift, { latest, machine: Date.now() }) : Math.max(pinnedAt, latest),
    set: (other) => {
      shift = other;
    },
    pinAt: (time) => {
      pinnedAt = time;
    },
    holdAt: (time) => {
      heldAt = time;
    },
  };
};

const tick = (setting: ClockSetting, latest: number, from: ClockShift | number | undefined): number => {
  if (setting.kind === 'real') return typeof from === 'number' ? from : realTime(from, Date.now());
  const setTo = typeof from === 'object' ? Date.parse(from.startsAt) : from;
  if (!Number.isFinite(latest)) return setTo ?? Date.parse(setting.startsAt);
  return Math.max(latest + setting.stepMs, setTo ?? Number.NEGATIVE_INFINITY);
};
