import { type FaultPlan, type Workers, workerCounts } from '#model';
import { droppedDocuments } from './catchUp.ts';
import { controlVersions, type VersionControl } from './controlVersions.ts';
import { beginFaults, deliverFaultily } from './faults/deliverFaultily.ts';
import { forgetFaults, readDesk } from './faults/faultDesk.ts';
import { isWithFaults } from './followers.ts';
import { leaveOut, replayParked } from './leftOut.ts';
import {
  allBeside,
  type BesideLife,
  changeLife,
  type FollowPace,
  type LifeCycle,
  lifeCycleOf,
  standingLifeOf,
} from './lifeCycle.ts';
import { reset, withFaults } from './makeAnew.ts';
import { type ReadyReadModel, readModelIdOf, readyVersions, servingReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { stoppedShares } from './shares/Part.ts';
import { type Share, sharesIn, sharesOf } from './shares/Share.ts';
import { notStopped } from './shares/stops.ts';
import {
  forgottenPartitions,
  killWorker,
  movingShares,
  reviveWorker,
  sharedOut,
  sharesOfWorker,
  stepTogether,
} from './shares/workTogether.ts';

/** What a person may do with an asynchronous read model. */
export type ReadModelControl =
  | { kind: 'follow'; pace: FollowPace }
  /** One event further, by hand: that of the worker, or of whoever is furthest behind. */
  | { kind: 'step'; worker?: number }
  /** It crashes between the documents and the checkpoint of what it is handed next. */
  | { kind: 'arm-crash' }
  | { kind: 'disarm-crash' }
  /** After a crash: what it was handed last comes again. */
  | { kind: 'restart' }
  /** No documents, and the first event next. */
  | { kind: 'reset' }
  /** Goes past the event where it stopped. */
  | { kind: 'skip' }
  | { kind: 'park' }
  | { kind: 'replay-parked'; position: number }
  /** Begins with the first event, handed over by the plan; with the same plan all happens again. */
  | { kind: 'inject-faults'; plan: FaultPlan }
  /** Without faults, and made anew. */
  | { kind: 'stop-faults' }
  /** So many workers, all of them alive. What some of them had done beyond the others comes again. */
  | { kind: 'share-out'; count: Workers['count']; by: Workers['by'] }
  /** In the middle of its work; others take its partition over until it comes back. */
  | { kind: 'kill-worker'; worker: number }
  | { kind: 'revive-worker'; worker: number }
  | VersionControl;

/** Does it to the read model as it is stored, for all tabs. Rejects with a sentence where it cannot be done. */
export const controlReadModel = async (run: Run, readModelId: string, control: ReadModelControl): Promise<void> => {
  const versions = readyVersions(run, 'async').filter((one) => readModelIdOf(one) === readModelId);
  if (versions.length === 0) throw new Error('Only an asynchronous read model whose code runs can be controlled.');
  const { store } = run;
  const live = (change: Partial<LifeCycle>, besideOf?: Parameters<typeof changeLife>[3]): Promise<void> =>
    changeLife(store, readModelId, (lifeCycle) => ({ ...lifeCycle, ...change }), besideOf);
  switch (control.kind) {
    case 'follow':
      return live({ pace: checkedPace(control.pace) });
    case 'step':
      for (const version of versions) await step(run, version, control.worker);
      return;
    case 'arm-crash':
      return changeLife(store, readModelId, armed);
    case 'disarm-crash':
    case 'restart':
      return live({ crash: 'none' });
    case 'reset':
      for (const version of versions) await reset(run, version);
      return;
    case 'skip':
      return leaveOut(run, await stoppedShare(run, versions), 'skipped');
    case 'park':
      return leaveOut(run, await stoppedShare(run, versions), 'parked');
    case 'replay-parked':
      return replayParked(run, serving(run, readModelId), control.position);
    case 'inject-faults':
      return changeLife(store, readModelId, withFaults, ({ workers }) =>
        beginFaults(run, serving(run, readModelId), workers, control.plan),
      );
    case 'stop-faults':
      return live({ hasFaults: false, crash: 'none' }, async () =>
        allBeside(await forgetFaults(store, readModelId), droppedDocuments(serving(run, readModelId))),
      );
    case 'share-out':
      return changeLife(store, readModelId, sharedOut(checkedWorkers(control)), (lifeCycle) =>
        besideSharing(run, versions, lifeCycle),
      );
    case 'kill-worker':
      return killWorker(run, serving(run, readModelId), control.worker);
    case 'revive-worker':
      return reviveWorker(run, readModelId, control.worker);
    default:
      return controlVersions(run, readModelId, control);
  }
};

const armed = (lifeCycle: LifeCycle): LifeCycle => {
  if (lifeCycle.workers) throw new Error('It has several workers: kill one of them.');
  return { ...lifeCycle, crash: 'armed' };
};

/** With faults on, all is handed over anew: which events a worker is handed says what goes by them meanwhile. */
const besideSharing = async (
  run: Run,
  versions: ReadyReadModel[],
  { hasFaults, workers }: LifeCycle,
): Promise<BesideLife> => {
  const forgotten = forgottenPartitions(versions);
  const [version] = versions;
  const known = hasFaults && version ? await readDesk(run.store, readModelIdOf(version)) : undefined;
  if (!version || !known) return forgotten;
  return allBeside(forgotten, await beginFaults(run, serving(run, readModelIdOf(version)), workers, known.desk.plan));
};

const step = async (run: Run, version: ReadyReadModel, worker: number | undefined): Promise<void> => {
  const life = await standingLifeOf(run.store, readModelIdOf(version));
  if (!isWithFaults(run, version, life.lifeCycle)) return stepTogether(run, version, worker);
  await deliverFaultily(run, await movingShares(run.store, sharesOfWorker(sharesIn(life, version), worker)));
};

/** Which one serves is stopped most likely; a version that is built beside it may be. */
const stoppedShare = async (run: Run, versions: ReadyReadModel[]): Promise<Share> => {
  const [version] = versions;
  const { workers } = await lifeCycleOf(run.store, version ? readModelIdOf(version) : '');
  const [stopped] = await stoppedShares(
    run.store,
    versions.flatMap((one) => sharesOf(one, workers)),
  );
  if (!stopped) throw notStopped();
  return stopped;
};

const serving = (run: Run, readModelId: string): ReadyReadModel => {
  const version = servingReadModels(run).find((one) => readModelIdOf(one) === readModelId);
  if (!version) throw new Error('The code that serves does not run.');
  return version;
};

const checkedPace = (pace: FollowPace): FollowPace => {
  if (pace.kind === 'slow' && !(pace.secondsPerEvent > 0 && pace.secondsPerEvent <= 3600))
    throw new Error('A pace is a number of seconds for each event, at most 3600.');
  return pace;
};

const checkedWorkers = ({ count, by }: Pick<Workers, 'count' | 'by'>): Pick<Workers, 'count' | 'by'> => {
  if (!workerCounts.includes(count)) throw new Error('There may be 1, 2, 4 or 8 workers.');
  if (by !== 'stream' && by !== 'document') throw new Error('Work is shared out by stream or by document.');
  return { count, by };
};
