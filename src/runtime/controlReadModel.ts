import type { FaultPlan } from '#model';
import { advance, dropDocuments, stopOf } from './catchUp.ts';
import { controlVersions, type VersionControl } from './controlVersions.ts';
import { beginFaults, deliverFaultily } from './deliverFaultily.ts';
import { forgetFaults, readTransit } from './faultDesk.ts';
import { isWithFaults } from './followers.ts';
import { leaveOut, replayParked } from './leftOut.ts';
import { changeOfLifeCycle, type FollowPace, type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import { projectionOf, type ReadyReadModel, readModelIdOf, readyVersions, servingReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';

/** What a person may do with an asynchronous read model. */
export type ReadModelControl =
  | { kind: 'follow'; pace: FollowPace }
  /** One event further, by hand. */
  | { kind: 'step' }
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
  | VersionControl;

/** Does it to the read model as it is stored, for all tabs. Rejects with a sentence where it cannot be done. */
export const controlReadModel = async (run: Run, readModelId: string, control: ReadModelControl): Promise<void> => {
  const versions = readyVersions(run, 'async').filter((one) => readModelIdOf(one) === readModelId);
  if (versions.length === 0) throw new Error('Only an asynchronous read model whose code runs can be controlled.');
  const { store } = run;
  const live = async (change: Partial<LifeCycle>): Promise<void> => {
    const lifeCycle = { ...(await lifeCycleOf(store, readModelId)), ...change };
    await store.storeDocuments([changeOfLifeCycle(readModelId, lifeCycle)]);
  };
  switch (control.kind) {
    case 'follow':
      return live({ pace: checkedPace(control.pace) });
    case 'step':
      for (const version of versions) await step(run, version);
      return;
    case 'arm-crash':
      return live({ crash: 'armed' });
    case 'disarm-crash':
    case 'restart':
      return live({ crash: 'none' });
    case 'reset':
      for (const version of versions) await reset(run, version);
      return;
    case 'skip':
      return leaveOut(run, await stoppedOne(run, versions), 'skipped');
    case 'park':
      return leaveOut(run, await stoppedOne(run, versions), 'parked');
    case 'replay-parked':
      return replayParked(run, serving(run, readModelId), control.position);
    case 'inject-faults':
      await beginFaults(run, serving(run, readModelId), control.plan);
      return live({ hasFaults: true, crash: 'none' });
    case 'stop-faults':
      await forgetFaults(store, readModelId);
      await dropDocuments(run, serving(run, readModelId));
      return live({ hasFaults: false, crash: 'none' });
    default:
      return controlVersions(run, readModelId, control);
  }
};

const step = async (run: Run, version: ReadyReadModel): Promise<void> => {
  if (isWithFaults(run, version, await lifeCycleOf(run.store, readModelIdOf(version))))
    await deliverFaultily(run, version);
  else await advance(run, version, await run.store.checkpoint(projectionOf(version)), { limit: 1 });
};

const reset = async (run: Run, version: ReadyReadModel): Promise<void> => {
  const transit = await readTransit(run.store, readModelIdOf(version));
  if (transit?.projection === projectionOf(version)) await beginFaults(run, version, transit.plan);
  else await dropDocuments(run, version);
};

/** Which one serves is stopped most likely; a version that is built beside it may be. */
const stoppedOne = async (run: Run, versions: ReadyReadModel[]): Promise<ReadyReadModel> => {
  for (const version of versions) if ((await run.store.checkpoint(stopOf(version))) > 0) return version;
  throw new Error('It has not stopped: there is no event to leave out.');
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
