import type { DocumentChange } from '#event-store';
import type { FaultPlan } from '#model';
import type { CodeError } from '#sandbox';
import { dropDocuments } from './catchUp.ts';
import {
  type FaultyDelivery,
  nextFaultyDelivery,
  planFaults,
  readTransit,
  storeDelivery,
  type Transit,
} from './faultDesk.ts';
import { leftOutPositions } from './leftOutPositions.ts';
import { type LifeChange, lifeChanged } from './lifeCycle.ts';
import { projectEvents, projectionOf, type ReadyReadModel, readModelIdOf } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import { wholeShare } from './shares/Share.ts';
import { reasonFor } from './shares/stops.ts';

/**
 * Hands a read model its next event as the fault desk plans, with all that it brings about in one transaction. Answers
 * whether there was one.
 */
export const deliverFaultily = async (run: Run, readModel: ReadyReadModel): Promise<boolean> => {
  const id = readModelIdOf(readModel);
  const transit = await transitFor(run, readModel);
  const delivery = transit && (await nextFaultyDelivery(run.store, id, transit));
  if (!delivery) return false;
  const { position, fault } = delivery.handover;
  if ((await leftOutPositions(run, readModel)).has(position)) return store(run, readModel, delivery, []);
  if (fault === 'poison') return stop(run, readModel, delivery, poisonedDelivery(position), delivery.changesWith({}));
  const { documents, errors } = await projectEvents(run, [readModel], [delivery.event]);
  const error = errors[0]?.error;
  if (error && isOfSandbox(error)) throw new SandboxLost(error.message);
  // What breaks by itself is handed over again when it is retried.
  if (error) return stop(run, readModel, delivery, error, []);
  if (fault !== 'crash') return store(run, readModel, delivery, documents);
  const down = await lifeChanged(run.store, id, (lifeCycle) => ({ ...lifeCycle, crash: 'down' }));
  return store(run, readModel, delivery, documents, down);
};

/** Other code and another version that serves have other documents: all is handed over to those anew. */
const transitFor = async (run: Run, readModel: ReadyReadModel): Promise<Transit | undefined> => {
  const id = readModelIdOf(readModel);
  const transit = await readTransit(run.store, id);
  if (!transit || transit.projection === projectionOf(readModel)) return transit;
  await beginFaults(run, readModel, transit.plan);
  return readTransit(run.store, id);
};

/** From nothing, and from the first event on: so the same plan hands the same log over in the same way. */
export const beginFaults = async (run: Run, readModel: ReadyReadModel, plan: FaultPlan): Promise<void> => {
  await planFaults(run.store, readModel, plan);
  await dropDocuments(run, readModel);
};

/** Its constructor is none of code: the event is fine, its delivery was not. */
export const poisonedDelivery = (position: number): CodeError => ({
  name: 'InjectedFault',
  message: 'the fault desk poisoned this delivery',
  phase: 'delivery',
  position,
  isFailure: false,
});

const store = async (
  run: Run,
  readModel: ReadyReadModel,
  delivery: FaultyDelivery,
  documents: DocumentChange[],
  life?: LifeChange,
): Promise<true> => {
  await storeDelivery(run.store, projectionOf(readModel), delivery, [...documents, ...delivery.changesWith({})], life);
  return true;
};

const stop = async (
  run: Run,
  readModel: ReadyReadModel,
  { handover, turn }: FaultyDelivery,
  error: CodeError,
  changes: DocumentChange[],
): Promise<true> => {
  const done = changes.length > 0 ? [{ consumer: turn.consumer, position: turn.after }] : [];
  const share = wholeShare(readModel);
  await run.store.storeDocuments([...reasonFor(share, error), ...changes], {
    checkpoints: [{ consumer: share.stop, position: handover.position }, ...done],
  });
  return true;
};
