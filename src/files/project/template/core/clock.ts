/** Milliseconds since 1970. It never runs backwards. */
export type Clock = {
  /** The time of a command that is handled now; one that it brings along is kept where it does not lie in the past. */
  timeFor(command: { commandId: string; now?: number }): number;
  now(): number;
};

/** The machine's clock, or one that was set to a time at the start and runs on from there. */
export const createClock = (startsAt?: string): Clock => {
  const shift = startsAt === undefined ? 0 : Date.parse(startsAt) - Date.now();
  if (Number.isNaN(shift))
    throw new Error(`CLOCK_STARTS_AT is no time: ${startsAt}. Write it as 2026-03-02T09:00:00Z.`);
  return neverBackwards(() => Date.now() + shift);
};

/** A clock that stands still, but for commands whose time is known: for a history that is made again. */
export const createRecordedClock = (times: ReadonlyMap<string, number>): Clock =>
  neverBackwards((command) => times.get(command?.commandId ?? '') ?? 0);

const neverBackwards = (tell: (command?: { commandId: string }) => number): Clock => {
  let latest = 0;
  return {
    now: () => Math.max(latest, tell()),
    timeFor: (command) => {
      latest = Math.max(latest, command.now ?? tell(command));
      return latest;
    },
  };
};
