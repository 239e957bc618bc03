import type { ClockSetting } from '../definitions.ts';

/** A clock that was set by hand, both times ISO 8601: to which time, and when by the machine's clock. */
export type ClockShift = { startsAt: string; setAt: string };

/**
 * What the playground's clock shows, in milliseconds since 1970: it never runs behind what is recorded last. `machine`
 * is the machine's own time.
 */
export const timeShown = (
  setting: ClockSetting,
  shift: ClockShift | undefined,
  { latest, machine }: { latest: number; machine: number },
): number => Math.max(setting.kind === 'real' ? realTime(shift, machine) : stoppedAt(setting.startsAt, shift), latest);

/** A running clock goes on from where it was set to. */
export const realTime = (shift: ClockShift | undefined, machine: number): number =>
  machine + (shift ? Date.parse(shift.startsAt) - Date.parse(shift.setAt) : 0);

const stoppedAt = (startsAt: string, shift: ClockShift | undefined): number => Date.parse(shift?.startsAt ?? startsAt);
