import { advance, dropDocuments } from './catchUp.ts';
import { leaveOut, replayParked } from './leftOut.ts';
import { changeOfLifeCycle, type FollowPace, type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import { projectionOf, readyReadModels } from './projectEvents.ts';
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
  | { kind: 'replay-parked'; position: number };

/** Does it to the read model as it is stored, for all tabs. Rejects with a sentence where it cannot be done. */
export const controlReadModel = async (run: Run, readModelId: string, control: ReadModelControl): Promise<void> => {
  const readModel = readyReadModels(run, 'async').find(({ id }) => id === readModelId);
  if (!readModel) throw new Error('Only an asynchronous read model whose code runs can be controlled.');
  const { store } = run;
  const live = async (change: Partial<LifeCycle>): Promise<void> => {
    const lifeCycle = { ...(await lifeCycleOf(store, readModelId)), ...change };
    await store.storeDocuments([changeOfLifeCycle(readModelId, lifeCycle)]);
  };
  switch (control.kind) {
    case 'follow':
      return live({ pace: checkedPace(control.pace) });
    case 'step':
      await advance(run, readModel, await store.checkpoint(projectionOf(readModel)), { limit: 1 });
      return;
    case 'arm-crash':
      return live({ crash: 'armed' });
    case 'disarm-crash':
    case 'restart':
      return live({ crash: 'none' });
    case 'reset':
      return dropDocuments(run, readModel);
    case 'skip':
      return leaveOut(run, readModel, 'skipped');
    case 'park':
      return leaveOut(run, readModel, 'parked');
    case 'replay-parked':
      return replayParked(run, readModel, control.position);
  }
};

const checkedPace = (pace: FollowPace): FollowPace => {
  if (pace.kind === 'slow' && !(pace.secondsPerEvent > 0 && pace.secondsPerEvent <= 3600))
    throw new Error('A pace is a number of seconds for each event, at most 3600.');
  return pace;
};
