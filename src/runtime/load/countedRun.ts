import { ConcurrencyConflict, StaleFence } from '#event-store';
import type { Run } from '../Run.ts';
import type { Tally } from './LoadReport.ts';

/** The same run, which counts the events that are folded and the attempts that were in vain. */
export const countedRun = (run: Run, tally: Tally, elapsed: () => number): Run => ({
  ...run,
  sandbox: {
    ...run.sandbox,
    decide: (request) => {
      tally.folded(request.events.length);
      return run.sandbox.decide(request);
    },
  },
  store: {
    ...run.store,
    append: async (commit) => {
      try {
        return await run.store.append(commit);
      } catch (error) {
        if (error instanceof StaleFence) tally.overtaken('stale', elapsed());
        if (error instanceof ConcurrencyConflict) tally.overtaken('conflicts', elapsed());
        throw error;
      }
    },
  },
});
