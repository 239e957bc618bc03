import { type FaultPlan, type Workers, workerOf } from '#model';
import type { CodeError } from '#sandbox';
import { droppedDocuments } from '../catchUp.ts';
import { storedFirst } from '../fences.ts';
import { leftOutPositions } from '../leftOutPositions.ts';
import { allBeside, type BesideLife, type LifeChange, type LifeCycle, lifeChanged } from '../lifeCycle.ts';
import { projectEvents, type ReadyReadModel, readModelIdOf } from '../projectEvents.ts';
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
} from './faultDesk.ts';

/**
 * Hands a share of a read model its next event as the fault desk plans, with all that it brings about in one transaction.
 * Answers whether there was one.
 */
export const deliverFaultily = async (run: Run, share: Share): Promise<boolean> => {
  const { readModel } = share;
  const { store } = run;
  const desk = await deskFor(run, share);
  const delivery = desk && (await nextFaultyDelivery(store, desk, share, (event) => isOwn(run, share, event)));
  if (!delivery) return false;
  const { position, fault } = delivery.handover;
  const changes = delivery.changesWith({});
  if ((await leftOutPositions(run, readModel)).has(position)) return handOn(run, share, delivery, { changes });
  if (fault === 'poison') return stop(run, share, delivery, poisonedDelivery(position));
  const options = share.partition ? { isOurs: holdsDocument(share) } : {};
  const { documents, errors } = await projectEvents(run, [readModel], [delivery.event], options);
  const error = errors[0]?.error;
  if (error && isOfSandbox(error)) throw new SandboxLost(error.message);
  // What breaks by itself is handed over again when it is retried.
  if (error) return stop(run, share, delivery, error);
  const life = fault === 'crash' ? await crashOf(run, readModelIdOf(readModel), share) : undefined;
  return handOn(run, share, delivery, { changes: [...documents, ...changes], ...(life ? { life } : {}) });
};

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

/** Its constructor is none of code: the event is fine, its delivery was not. */
export const poisonedDelivery = (position: number): CodeError => ({
  name: 'InjectedFault',
  message: 'the fault desk poisoned this delivery',
  phase: 'delivery',
  position,
  isFailure: false,
});

const handOn = async (
  { store }: Run,
  share: Share,
  delivery: FaultyDelivery,
  delivered: Parameters<typeof storeDelivery>[3],
): Promise<true> => {
  await storeDelivery(store, share, delivery, delivered);
  return true;
};

/** Where the event itself is the trouble, its delivery is still to come. */
const stop = async ({ store }: Run, share: Share, delivery: FaultyDelivery, error: CodeError): Promise<true> => {
  const { position } = delivery.handover;
  const stopped = { consumer: share.stop, position };
  const reason = reasonFor(share, error);
  if (error.phase !== 'delivery')
    await storedFirst(() =>
      store.storeDocuments(reason, { checkpoints: [stopped], basedOn: [delivery.turn, ...basedOnLife(share)] }),
    );
  else
    await storeDelivery(store, share, delivery, { changes: [...reason, ...delivery.changesWith({})], stop: stopped });
  return true;
};
