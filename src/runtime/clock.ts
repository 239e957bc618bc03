import type { EventStore } from '#event-store';
import type { ClockSetting } from '#model';

/** The playground's clock of one run. Milliseconds since 1970; it never runs backwards. */
export type Clock = {
  /** The time of the next command. A given time is kept where it does not lie in the past of the run. */
  next: (setting: ClockSetting, given?: number) => number;
  /** Something stored carries this time (ISO 8601): another tab may have moved the clock on. */
  saw: (time: string) => void;
};

/** What is stored tells the time: a stopped clock goes on where the last command left it. */
export const openClock = async (store: EventStore): Promise<Clock> => {
  let latest = Number.NEGATIVE_INFINITY;
  const saw = (time: string): void => {
    latest = Math.max(latest, Date.parse(time));
  };

  for (const { receivedAt } of await store.commandRecords()) saw(receivedAt);
  const position = await store.lastPosition();
  const { events } = position > 0 ? await store.readAll({ from: position, limit: 1 }) : { events: [] };
  for (const { metadata } of events) saw(metadata.recordedAt);

  const next = (setting: ClockSetting, given?: number): number => {
    latest = Math.max(given ?? tick(setting, latest), latest);
    return latest;
  };
  return { next, saw };
};

const tick = (setting: ClockSetting, latest: number): number => {
  if (setting.kind === 'real') return Date.now();
  return Number.isFinite(latest) ? latest + setting.stepMs : Date.parse(setting.startsAt);
};
