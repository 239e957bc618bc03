import { droppedDocuments } from './catchUp.ts';
import { beginFaults } from './faults/deliverFaultily.ts';
import { readDesk } from './faults/faultDesk.ts';
import { allBeside, type BesideLife, changeLife, type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import { projectByReplay } from './projectByReplay.ts';
import { type ReadyReadModel, readModelIdOf } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { sharingOf } from './shares/Part.ts';
import { sharesOf, wholeShare } from './shares/Share.ts';
import { reasonFor } from './shares/stops.ts';

/** Whatever crashed or died of the faults before lives again, so that all happens in the same way. */
export const withFaults = ({ workers, ...lifeCycle }: LifeCycle): LifeCycle => ({
  ...lifeCycle,
  ...(workers ? { workers: { ...workers, killed: [] } } : {}),
  hasFaults: true,
  crash: 'none',
});

/** What it crashed behind is gone. */
const restarted = (lifeCycle: LifeCycle): LifeCycle => ({
  ...lifeCycle,
  crash: lifeCycle.crash === 'down' ? 'none' : lifeCycle.crash,
});

/** No documents, and the first event next: where it has faults, by the plan that it has. */
export const reset = async (run: Run, version: ReadyReadModel): Promise<void> => {
  if (await hasBegunAgain(run, version)) return;
  await changeLife(run.store, readModelIdOf(version), restarted, () => droppedDocuments(version));
};

/**
 * The documents of an asynchronous read model as all events make them. In one transaction with its life, so that what
 * anybody computes meanwhile of those before is refused. Where it has faults, it begins again with them.
 */
export const makeAnew = async (run: Run, version: ReadyReadModel): Promise<void> => {
  if (await hasBegunAgain(run, version)) return;
  const made = await projectByReplay(run, version, await run.store.lastPosition());
  // Where the code does not say at which event it never ends, whoever follows finds out.
  if (!made) return reset(run, version);
  const { documents, position, error } = made;
  const whole = wholeShare(version);
  const come: BesideLife = { changes: documents, checkpoints: [{ consumer: whole.consumer, position }] };
  const stopped: BesideLife = {
    changes: reasonFor(whole, error),
    checkpoints: [{ consumer: whole.stop, position: position + 1 }],
  };
  // Which of several workers stops there is found out by that one.
  await changeLife(run.store, readModelIdOf(version), restarted, ({ workers }) =>
    allBeside(droppedDocuments(version), come, error && !workers ? stopped : {}),
  );
};

/** Where it has faults, all is handed over anew by their plan. Answers whether it has. */
const hasBegunAgain = async (run: Run, version: ReadyReadModel): Promise<boolean> => {
  const { store } = run;
  const id = readModelIdOf(version);
  const known = await readDesk(store, id);
  const [first = wholeShare(version)] = sharesOf(version, (await lifeCycleOf(store, id)).workers);
  if (known?.desk.projection !== sharingOf(first)) return false;
  await changeLife(store, id, withFaults, ({ workers }) => beginFaults(run, version, workers, known.desk.plan));
  return true;
};
