import type { EventStore } from '#event-store';
import type { ClockSetting } from '#model';

/** The playground's clock of one run. Milliseconds since 1970; it never runs backwards. */
export type Clock = {
  /** The time of the next command. A given time is kept where it does not lie in the past of the run. */
  next: (setting: ClockSetting, given?: number) => number;
  /** Something stored carries this time (ISO 8601): another tab may have moved the clock on. */
  saw: (time: string) => void;
};

/** A clock that was set by hand, both times ISO 8601: to which time, and when by the machine's clock. */
export type ClockShift = { startsAt: string; setAt: string };

/** Tabs that send at the same time may record in another order, but not by far: so many commands tell the time. */
const newest = 100;

/** What is stored tells the time: a stopped clock goes on where the last command left it, or where it was set to. */
export const openClock = async (store: EventStore, shift?: ClockShift): Promise<Clock> => {
  let latest = Number.NEGATIVE_INFINITY;
  const saw = (time: string): void => {
    latest = Math.max(latest, Date.parse(time));
  };

  const after = Math.max(0, (await store.lastSequence()) - newest);
  for (const { receivedAt } of await store.commandRecords({ after })) saw(receivedAt);
  const position = await store.lastPosition();
  const { events } = position > 0 ? await store.readAll({ from: position, limit: 1 }) : { events: [] };
  for (const { metadata } of events) saw(metadata.recordedAt);

  const next = (setting: ClockSetting, given?: number): number => {
    latest = Math.max(given ?? tick(setting, latest, shift), latest);
    return latest;
  };
  return { next, saw };
};

const tick = (setting: ClockSetting, latest: number, shift: ClockShift | undefined): number => {
  const setTo = shift ? Date.parse(shift.startsAt) : undefined;
  if (setting.kind === 'real') return Date.now() + (shift && setTo ? setTo - Date.parse(shift.setAt) : 0);
  if (!Number.isFinite(latest)) return setTo ?? Date.parse(setting.startsAt);
  return Math.max(latest + setting.stepMs, setTo ?? Number.NEGATIVE_INFINITY);
};
