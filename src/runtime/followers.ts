import { advance, stopOf } from './catchUp.ts';
import type { ConsumerSignals } from './consumers.ts';
import { type LifeCycle, lifeCycleOf, readLifeCycles, usualLifeCycle } from './lifeCycle.ts';
import { projectionOf, type ReadyReadModel, readyReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';

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

  /** One page, or one event, further; answers whether it goes on at once. */
  const goOn = async (readModel: ReadyReadModel, { pace, crash }: LifeCycle): Promise<boolean> => {
    const before = await run.store.checkpoint(projectionOf(readModel));
    const isSlow = pace.kind === 'slow';
    if (isSlow && before >= (await run.store.lastPosition())) return false;
    if (isSlow && !slowness.isDue(readModel.id, pace.secondsPerEvent)) return false;
    const page = await advance(run, readModel, before, {
      ...(isSlow ? { limit: 1 } : {}),
      ...(crash === 'armed' ? { crashing: { pace, crash } } : {}),
    });
    if (!page) return false;
    onReadModel(readModel.id);
    return !page.error;
  };

  const follow = async (readModel: ReadyReadModel, lifeCycle: LifeCycle, isStillOurs: () => boolean): Promise<void> => {
    let present = lifeCycle;
    while (isStillOurs() && isFollowing(present) && !(await hasStopped(run, readModel))) {
      if (!(await goOn(readModel, present))) return;
      present = await lifeCycleOf(run.store, readModel.id);
    }
  };

  return {
    advance: async (isStillOurs: () => boolean): Promise<void> => {
      const lifeCycles = await readLifeCycles(run.store);
      for (const readModel of readyReadModels(run, 'async'))
        await follow(readModel, lifeCycles.get(readModel.id) ?? usualLifeCycle, isStillOurs);
    },
    rest: slowness.endAll,
  };
};

const isFollowing = ({ pace, crash }: LifeCycle): boolean => pace.kind !== 'paused' && crash !== 'down';

export const hasStopped = async (run: Run, readModel: ReadyReadModel): Promise<boolean> =>
  (await run.store.checkpoint(stopOf(readModel))) > 0;

/** Whether every asynchronous read model that follows as fast as it can has seen all events up to a position. */
export const haveFollowed = async (run: Run, position: number): Promise<boolean> => {
  const lifeCycles = await readLifeCycles(run.store);
  const followed = await Promise.all(
    readyReadModels(run, 'async').map(async (readModel) => {
      const { pace, crash } = lifeCycles.get(readModel.id) ?? usualLifeCycle;
      if (pace.kind !== 'full' || crash === 'down') return true;
      return (await run.store.checkpoint(projectionOf(readModel))) >= position || hasStopped(run, readModel);
    }),
  );
  return followed.every(Boolean);
};
