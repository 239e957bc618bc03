import { handleCommand } from '../handleCommand.ts';
import type { CommandToHandle, Outcome } from '../outcomes.ts';
import { Overtaken } from '../overtaken.ts';
import type { Run } from '../Run.ts';
import { commandOfArrival } from './commandsOfLoad.ts';
import type { Arrival } from './LoadPlan.ts';
import type { Answer } from './LoadReport.ts';

/** More often no command is tried again: it has failed then. */
const mostAttempts = 100;

/**
 * One command as it is handled every day; who was overtaken decides again on what is there now. Undefined where the
 * signal was given before an answer was found.
 */
export const handleRacing = async (run: Run, arrival: Arrival, signal: AbortSignal): Promise<Answer | undefined> => {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const outcome = await handleUnlessOvertaken(run, commandOfArrival(run, arrival, attempt));
    if (outcome?.kind === 'appended') return { kind: 'appended' };
    if (outcome && outcome.kind !== 'conflict') return { kind: outcome.kind, message: outcome.error.message };
    if (signal.aborted) return undefined;
  }
  return { kind: 'failed', message: `It was overtaken ${mostAttempts} times.` };
};

/** Undefined where all the others were always faster, as happens to the slowest of those who race. */
const handleUnlessOvertaken = async (run: Run, command: CommandToHandle): Promise<Outcome | undefined> => {
  try {
    return await handleCommand(run, command);
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
};
