import type { EventStore } from '#event-store';
import { partitionsOfCount, type Workers, workerOf } from '#model';
import { advance } from '../catchUp.ts';
import { type BesideLife, changeLife, type LifeCycle, lifeChanged, standingLifeOf } from '../lifeCycle.ts';
import { type ReadyReadModel, readModelIdOf } from '../projectEvents.ts';
import type { Run } from '../Run.ts';
import { type Part, standingOf, stoppedShares } from './Part.ts';
import { besideCheckpoint, sharesIn } from './Share.ts';

/** Those that can go on, the one that is furthest behind first; what nobody works on cannot. */
export const movingShares = async <P extends Part>(store: EventStore, shares: P[]): Promise<P[]> => {
  const stopped = new Set(await stoppedShares(store, shares));
  const moving = shares.filter(
    (share) => !stopped.has(share) && (!share.partition || workerOf(share.partition.number, share.partition.workers)),
  );
  const standings = await Promise.all(moving.map((share) => standingOf(store, share)));
  return standings.sort((a, b) => a.position - b.position).map(({ share }) => share);
};

/** Whether all that somebody works on has seen all events up to a position. */
export const haveReached = async (store: EventStore, shares: Part[], position: number): Promise<boolean> => {
  const moving = await movingShares(store, shares);
  const standings = await Promise.all(moving.map((share) => standingOf(store, share)));
  return standings.every((standing) => standing.position >= position);
};

/** Those of a worker: its own partition, and those whose workers were killed. All where it is nobody's in particular. */
export const sharesOfWorker = <P extends Part>(shares: P[], worker: number | undefined): P[] =>
  worker === undefined
    ? shares
    : shares.filter(({ partition }) => partition && workerOf(partition.number, partition.workers) === worker);

/** Takes the next event of the worker, or of whoever is furthest behind. */
export const stepTogether = async (run: Run, readModel: ReadyReadModel, worker: number | undefined): Promise<void> => {
  for (;;) {
    let hasMoved = false;
    const shares = sharesIn(await standingLifeOf(run.store, readModelIdOf(readModel)), readModel);
    for (const share of await movingShares(run.store, sharesOfWorker(shares, worker))) {
      const page = await advance(run, share, { limit: 1 });
      if (page?.taken) return;
      hasMoved ||= page !== undefined;
    }
    if (!hasMoved) return;
  }
};

/** The work shared out anew, among workers that all live. */
export const sharedOut =
  ({ count, by }: Pick<Workers, 'count' | 'by'>) =>
  ({ workers: _, ...rest }: LifeCycle): LifeCycle => ({
    ...rest,
    crash: 'none',
    ...(count > 1 ? { workers: { count, by, killed: [] } } : {}),
  });

/** All partitions begin where the one was that was furthest behind, so what others had done beyond comes again. */
export const forgottenPartitions = (readModels: ReadyReadModel[]): BesideLife => {
  const beside = readModels.flatMap(besideCheckpoint);
  return { clear: beside, checkpoints: beside.map((consumer) => ({ consumer, position: 0 })) };
};

/** So far it looks for an event in the middle of which a worker can die. */
const mostTried = 50;

/** In the middle of its work, where there is some: the documents of an event are stored, its checkpoint is not. */
export const killWorker = async (run: Run, readModel: ReadyReadModel, worker: number): Promise<void> => {
  const id = readModelIdOf(readModel);
  const dying = withWorkers(worker, (present) => [...new Set([...present.killed, worker])]);
  for (let tries = 0; tries < mostTried; tries += 1) {
    const shares = sharesIn(await standingLifeOf(run.store, id), readModel);
    const [share] = await movingShares(run.store, sharesOfWorker(shares, worker));
    const crashing = await lifeChanged(run.store, id, dying);
    const page = share && (await advance(run, share, { limit: 1, crashing }));
    if (page?.hasCrashed) return;
    if (!page || page.error) break;
  }
  await changeLife(run.store, id, dying);
};

export const reviveWorker = ({ store }: Run, consumerId: string, worker: number): Promise<void> =>
  changeLife(
    store,
    consumerId,
    withWorkers(worker, ({ killed }) => killed.filter((one) => one !== worker)),
  );

/** Others of its workers are dead then; refused where it has no such worker. */
const withWorkers =
  (worker: number, killedOf: (workers: Workers) => number[]) =>
  (lifeCycle: LifeCycle): LifeCycle => {
    const workers = checkedWorker(lifeCycle.workers, worker);
    return { ...lifeCycle, workers: { ...workers, killed: killedOf(workers) } };
  };

export const checkedWorker = (workers: Workers | undefined, worker: number): Workers => {
  if (workers && partitionsOfCount(workers.count).includes(worker)) return workers;
  throw new Error('There is no such worker.');
};
