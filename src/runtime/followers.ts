import { partitionsOfCount } from '#model';
import { advance } from './catchUp.ts';
import type { ConsumerSignals } from './consumers.ts';
import { deliverFaultily } from './faults/deliverFaultily.ts';
import { hasDeliveries } from './faults/faultDesk.ts';
import {
  type LifeChange,
  type LifeCycle,
  lifeChanged,
  readLifeCycles,
  type StandingLife,
  standingLifeOf,
  usualLifeCycle,
} from './lifeCycle.ts';
import { type ReadyReadModel, readModelIdOf, readyVersions, servingReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { standingOf } from './shares/Part.ts';
import { type Share, sharesIn, sharesOf } from './shares/Share.ts';
import { haveReached, movingShares, sharesOfWorker } from './shares/workTogether.ts';

/** When the next event of each slow read model is due; `wake` is called then. */
const createSlowness = (wake: () => void) => {
  const waits = new Map<string, { ms: number; until: number; timer: ReturnType<typeof setTimeout> }>();

  const end = (readModelId: string): void => {
    clearTimeout(waits.get(readModelId)?.timer);
    waits.delete(readModelId);
  };

  return {
    /** Whether an event that waits has waited long enough; it begins to wait where it does not yet. */
    isDue: (readModelId: string, secondsPerEvent: number): boolean => {
      const [wait, ms] = [waits.get(readModelId), secondsPerEvent * 1000];
      if (wait?.ms === ms && performance.now() < wait.until) return false;
      end(readModelId);
      if (wait?.ms === ms) return true;
      waits.set(readModelId, { ms, until: performance.now() + ms, timer: setTimeout(wake, ms) });
      return false;
    },
    endAll: (): void => {
      for (const readModelId of waits.keys()) end(readModelId);
    },
  };
};

/** Asynchronous read models of a run as they follow the log, each at its own pace. */
export const createFollowers = (run: Run, onReadModel: ConsumerSignals['onReadModel'], wake: () => void) => {
  const slowness = createSlowness(wake);

  /** One page, or one event, further; answers whether it goes on at once. `who` waits where it is slow. */
  const goOn = async (share: Share, lifeCycle: LifeCycle, who: string): Promise<boolean> => {
    const { readModel } = share;
    const { pace } = lifeCycle;
    const isSlow = pace.kind === 'slow';
    if (isSlow && (await passOthers(run, share))) {
      onReadModel(readModelIdOf(readModel));
      return true;
    }
    if (isSlow && !(await hasNext(run, share))) return false;
    if (isSlow && !slowness.isDue(who, pace.secondsPerEvent)) return false;
    const crashing = lifeCycle.crash === 'armed' ? await crashIn(run, readModel) : undefined;
    const page = await advance(run, share, { ...(isSlow ? { limit: 1 } : {}), ...(crashing ? { crashing } : {}) });
    if (!page) return false;
    onReadModel(readModelIdOf(readModel));
    return !page.error;
  };

  /** One event further, of whichever partition has the turn as the fault desk plans. Answers whether it goes on at once. */
  const goOnWithFaults = async (readModel: ReadyReadModel, { pace }: LifeCycle, shares: Share[]): Promise<boolean> => {
    const id = readModelIdOf(readModel);
    const moving = await movingShares(run.store, shares);
    if (pace.kind === 'slow') {
      if (!(await hasDeliveries(run.store, id, moving))) return false;
      if (!slowness.isDue(readModel.id, pace.secondsPerEvent)) return false;
    }
    const isHandedOver = await deliverFaultily(run, moving);
    // What is held back has moved nobody, and is told of too.
    onReadModel(id);
    return isHandedOver;
  };

  /** Each worker has a turn, and takes that of its partitions which is furthest behind. Answers whether one goes on. */
  const goOnTogether = async (
    readModel: ReadyReadModel,
    life: StandingLife,
    isStillOurs: () => boolean,
  ): Promise<boolean> => {
    const { lifeCycle } = life;
    const { workers } = lifeCycle;
    const shares = sharesIn(life, readModel);
    if (isWithFaults(run, readModel, lifeCycle)) return goOnWithFaults(readModel, lifeCycle, shares);
    let hasMoved = false;
    for (const worker of workers ? partitionsOfCount(workers.count) : [undefined]) {
      for (const share of await movingShares(run.store, sharesOfWorker(shares, worker))) {
        if (!isStillOurs()) return false;
        if (!(await goOn(share, lifeCycle, worker === undefined ? readModel.id : `${readModel.id}/${worker}`)))
          continue;
        hasMoved = true;
        break;
      }
    }
    return hasMoved;
  };

  const follow = async (readModel: ReadyReadModel, isStillOurs: () => boolean): Promise<void> => {
    while (isStillOurs()) {
      const life = await standingLifeOf(run.store, readModelIdOf(readModel));
      if (!isFollowing(life.lifeCycle) || !(await goOnTogether(readModel, life, isStillOurs))) return;
    }
  };

  return {
    advance: async (isStillOurs: () => boolean): Promise<void> => {
      for (const readModel of readyVersions(run, 'async')) await follow(readModel, isStillOurs);
    },
    rest: slowness.endAll,
  };
};

/** Nothing where somebody has disarmed it meanwhile. */
const crashIn = async ({ store }: Run, readModel: ReadyReadModel): Promise<LifeChange | undefined> => {
  const life = await lifeChanged(store, readModelIdOf(readModel), (present) =>
    present.crash === 'armed' ? { ...present, crash: 'down' } : present,
  );
  return life.lifeCycle.crash === 'down' ? life : undefined;
};

const isFollowing = ({ pace, crash }: LifeCycle): boolean => pace.kind !== 'paused' && crash !== 'down';

/** What is built beside meets none. */
export const isWithFaults = (run: Run, { id }: ReadyReadModel, { hasFaults }: Pick<LifeCycle, 'hasFaults'>): boolean =>
  hasFaults && servingReadModels(run).some((one) => one.id === id);

/** The events of other partitions before a share's own are not waited for. Answers whether there were some. */
const passOthers = async (run: Run, share: Share): Promise<boolean> =>
  share.partition !== undefined && (await advance(run, share, { limit: 0 })) !== undefined;

/** Whether a share has an event before it to wait for. */
const hasNext = async ({ store }: Run, share: Share): Promise<boolean> =>
  (await standingOf(store, share)).position < (await store.lastPosition());

/** Whether every asynchronous read model that follows as fast as it can has seen all events up to a position. */
export const haveFollowed = async (run: Run, position: number): Promise<boolean> => {
  const lifeCycles = await readLifeCycles(run.store);
  const followed = await Promise.all(
    readyVersions(run, 'async').map(async (readModel) => {
      const { pace, crash, hasFaults, workers } = lifeCycles.get(readModelIdOf(readModel)) ?? usualLifeCycle;
      if (pace.kind !== 'full' || crash === 'down' || hasFaults) return true;
      return haveReached(run.store, sharesOf(readModel, workers), position);
    }),
  );
  return followed.every(Boolean);
};
