import { type Workers, workerOf } from '#model';
import type { CodeError } from '#sandbox';
import type { Run } from '../Run.ts';
import { type Part, standingOf, stoppedShares } from './Part.ts';
import { whyStopped } from './stops.ts';

/** Where a partition stands, and who works on it: nobody where all workers were killed. */
export type PartitionStatus = { number: number; checkpoint: number; worker?: number; error?: CodeError };

export const partitionStatuses = async (run: Run, shares: Part[], workers: Workers): Promise<PartitionStatus[]> => {
  const stopped = new Set(await stoppedShares(run.store, shares));
  return Promise.all(
    shares.map(async (share, index) => {
      const number = index + 1;
      const worker = workerOf(number, workers);
      const { position: checkpoint } = await standingOf(run.store, share);
      const error = stopped.has(share) ? await whyStopped(run, share) : undefined;
      return { number, checkpoint, ...(worker === undefined ? {} : { worker }), ...(error ? { error } : {}) };
    }),
  );
};
