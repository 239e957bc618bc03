import type { ClockShift } from '#model';
import type { Clock, Consumers, RunningProgram } from '#runtime';
import type { RunSessionOptions } from './runSession.ts';

type Options = Pick<RunSessionOptions, 'runId' | 'keepClock' | 'notify' | 'tell'>;
type Running = { clock: Clock; program: () => RunningProgram; consumers: Pick<Consumers, 'wake' | 'settled'> };

/** Winds the clock of a run forward, for all of its tabs and for good. */
export const windingClock = ({ runId, keepClock, notify, tell }: Options, { clock, program, consumers }: Running) => {
  const hearOfClock = (shift: ClockShift): void => {
    clock.set(shift);
    notify({ kind: 'clock-wound', shift });
    consumers.wake();
  };
  const windClock = async (to: string): Promise<void> => {
    const time = Math.max(timeOf(to), clock.now(program().clock));
    const shift = { startsAt: new Date(time).toISOString(), setAt: new Date().toISOString() };
    await keepClock(shift);
    hearOfClock(shift);
    tell({ kind: 'clock-wound', runId, clock: shift });
    await consumers.settled();
  };
  /** While recorded commands are sent again: what was due before the next one happens before it. */
  const passTimeTo = async (time: string | undefined): Promise<void> => {
    clock.pinAt(time === undefined ? undefined : Date.parse(time));
    consumers.wake();
    await consumers.settled();
  };
  return { windClock, hearOfClock, passTimeTo };
};

const timeOf = (text: string): number => {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Error('The time to wind the clock to has to be an ISO 8601 text.');
  return time;
};
