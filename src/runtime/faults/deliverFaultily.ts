import type { EventStore, RecordedEvent } from '#event-store';
import { type FaultPlan, type Workers, workerOf } from '#model';
import type { CodeError } from '#sandbox';
import { droppedDocuments } from '../catchUp.ts';
import { storedFirst } from '../fences.ts';
import { leftOutPositions } from '../leftOutPositions.ts';
import { allBeside, type BesideLife, type LifeChange, type LifeCycle, lifeChanged } from '../lifeCycle.ts';
import { hearsAny, projectEvents, type ReadyReadModel, readModelIdOf } from '../projectEvents.ts';
import type { Run } from '../Run.ts';
import { isOfSandbox, SandboxLost } from '../sandboxLost.ts';
import { basedOnLife, type Part, sharingOf } from '../shares/Part.ts';
import { type Share, sharesOf, wholeShare } from '../shares/Share.ts';
import { reasonFor } from '../shares/stops.ts';
import { holdsDocument, isOwn } from '../shares/takeEvents.ts';
import {
  type FaultyDelivery,
  nextFaultyDelivery,
  planFaults,
  readDesk,
  type StandingDesk,
  storeDelivery,
  storePoisoned,
} from './faultDesk.ts';

/**
 * Hands a read model its next event as the fault desk plans, that of whichever of some shares has the turn, with all that
 * it brings about in one transaction. Answers whether there was one.
 */
export const deliverFaultily = async (run: Run, shares: Share[]): Promise<boolean> => {
  const [first] = shares;
  const desk = first && (await deskFor(run, first));
  const isHeard = async (share: Share, event: RecordedEvent): Promise<boolean> =>
    hearsAny(share.readModel, [event]) && isOwn(run, share, event);
  const delivery = desk && (await nextFaultyDelivery(run.store, desk, shares, isHeard));
  if (!delivery) return false;
  await deliver(run, delivery);
  return true;
};

const deliver = async (run: Run, delivery: FaultyDelivery<Share>): Promise<unknown> => {
  const { store } = run;
  const { share, event, handover } = delivery;
  const { readModel } = share;
  const changes = delivery.changesWith({});
  if ((await leftOutPositions(run, readModel)).has(handover.position))
    return storeDelivery(store, delivery, { changes });
  if (handover.fault === 'poison') return storePoisoned(store, delivery);
  const options = share.partition ? { isOurs: holdsDocument(share) } : {};
  const { documents, errors } = await projectEvents(run, [readModel], [event], options);
  const error = errors[0]?.error;
  if (error && isOfSandbox(error)) throw new SandboxLost(error.message);
  if (error) return stop(store, delivery, error);
  const life = handover.fault === 'crash' ? await crashOf(run, readModelIdOf(readModel), share) : undefined;
  return storeDelivery(store, delivery, { changes: [...documents, ...changes], ...(life ? { life } : {}) });
};

/** The event itself is the trouble: its delivery is still to come, and is made once more when it is tried again. */
const stop = (
  store: EventStore,
  { share, handover: { position }, turn }: FaultyDelivery<Share>,
  error: CodeError,
): Promise<boolean> =>
  storedFirst(() =>
    store.storeDocuments(reasonFor(share, error), {
      checkpoints: [{ consumer: share.stop, position }],
      basedOn: [turn, ...basedOnLife(share)],
    }),
  );

/**
 * Other code and another version that serve have other documents: all is handed over to those anew. A share of before the
 * work was shared out anew is handed nothing.
 */
const deskFor = async (run: Run, share: Share): Promise<StandingDesk | undefined> => {
  const { store } = run;
  const { readModel, partition } = share;
  const standing = await readDesk(store, readModelIdOf(readModel));
  if (!standing || standing.desk.projection === sharingOf(share)) return standing;
  const begun = await beginFaults(run, readModel, partition?.workers, standing.desk.plan);
  const { changes = [], ...beside } = allBeside(begun, { basedOn: basedOnLife(share) });
  await storedFirst(() => store.storeDocuments(changes, beside));
  return readDesk(store, standing.id);
};

/** From nothing, and from the first event on: so the same plan hands the same log over in the same way. */
export const beginFaults = async (
  { store }: Run,
  readModel: ReadyReadModel,
  workers: Workers | undefined,
  plan: FaultPlan,
): Promise<BesideLife> => {
  const shares = sharesOf(readModel, workers);
  const [first = wholeShare(readModel)] = shares;
  const begun = { plan, projection: sharingOf(first), start: 0, timers: shares.map(() => []) };
  return allBeside(droppedDocuments(readModel), await planFaults(store, readModelIdOf(readModel), begun));
};

/** Whoever has all the work is down; of several workers the one dies that works on it, and others take over. */
export const crashOf = ({ store }: Run, consumerId: string, { partition }: Part): Promise<LifeChange> =>
  lifeChanged(store, consumerId, (lifeCycle): LifeCycle => {
    const { workers } = lifeCycle;
    if (!partition || !workers) return { ...lifeCycle, crash: 'down' };
    const worker = workerOf(partition.number, workers) ?? partition.number;
    return { ...lifeCycle, workers: { ...workers, killed: [...new Set([...workers.killed, worker])] } };
  });
