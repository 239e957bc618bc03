import type { CommandToHandle } from '../outcomes.ts';
import type { Run } from '../Run.ts';
import type { Arrival } from './LoadPlan.ts';

/** When the load's own clock begins: the same for each run, so that what is stored is the same too. */
const begin = Date.UTC(2026, 0, 1);

export const commandOfArrival = (run: Run, { id, dueAt, type, data }: Arrival, attempt = 1): CommandToHandle => {
  const commandId = attempt === 1 ? id : `${id}#${attempt}`;
  return {
    commandId,
    type,
    data,
    metadata: {},
    origin: { kind: 'script' },
    correlationId: commandId,
    now: begin + dueAt,
    expectation: 'latest',
    ...run.program().addressOf({ type, data }),
  };
};
