import {
  faultsOf,
  type LifeCycle,
  leftOutEvents,
  lifeCycleOf,
  partitionStatuses,
  projectionOf,
  type ReadyReadModel,
  type Run,
  readModelIdOf,
  readServedVersions,
  readyVersions,
  servingReadModels,
  sharesOf,
  stoppedShares,
  whyStopped,
} from '#runtime';
import type { CodeError } from '#sandbox';
import type { ReadModelStatus, VersionProgress } from '../EngineNotice.ts';
import { onceForAll } from './onceForAll.ts';

export type ReadModelStatuses = ReturnType<typeof createReadModelStatuses>;

/** Where a run's read models stand, in the words of the screen. */
export const createReadModelStatuses = (run: Run, say: (statuses: ReadModelStatus[]) => void) => {
  const said = new Map<string, string>();

  const statusOf = async (id: string): Promise<ReadModelStatus | undefined> => {
    const { readModels, modules } = run.program();
    const readModel = readModels.find((one) => one.id === id);
    if (!readModel) return undefined;
    const known = { readModelId: id, lifecycle: readModel.lifecycle };
    const [serving] = servingReadModels(run).filter((one) => readModelIdOf(one) === id);
    const module = modules.get(id);
    if (!serving)
      return {
        ...known,
        checkpoint: 0,
        state: 'stopped',
        ...(module?.kind === 'broken' ? { error: module.error } : {}),
      };
    if (readModel.lifecycle === 'inline') return { ...known, ...(await progressOf(run, serving)) };
    const lifeCycle = await lifeCycleOf(run.store, id);
    return { ...known, ...(await progressOf(run, serving, lifeCycle)), ...(await lifeOf(serving, lifeCycle)) };
  };

  const lifeOf = async (serving: ReadyReadModel, lifeCycle: LifeCycle): Promise<Partial<ReadModelStatus>> => {
    const id = readModelIdOf(serving);
    const leftOut = await leftOutEvents(run, serving);
    const [other] = readyVersions(run, 'async').filter((one) => readModelIdOf(one) === id && one.id !== serving.id);
    const { workers } = lifeCycle;
    const faults = lifeCycle.hasFaults ? await faultsOf(run.store, id) : undefined;
    return {
      lifeCycle,
      ...(workers ? { partitions: await partitionStatuses(run, sharesOf(serving, workers), workers) } : {}),
      ...(faults ? { faults } : {}),
      ...(leftOut.length > 0 ? { leftOut } : {}),
      ...((await readServedVersions(run.store)).has(id) ? { isBuiltBeside: true } : {}),
      ...(other
        ? { other: { ...(await progressOf(run, other, lifeCycle)), isOnTheWall: other.versionOf === undefined } }
        : {}),
    };
  };

  const isNews = (status: ReadModelStatus): boolean => {
    const text = JSON.stringify(status);
    if (said.get(status.readModelId) === text) return false;
    said.set(status.readModelId, text);
    return true;
  };

  /** In one notice, however many there are: each notice costs the screen a round. */
  const sayNews = (statuses: (ReadModelStatus | undefined)[]): void => {
    const news = statuses.filter((status) => status !== undefined).filter(isNews);
    if (news.length > 0) say(news);
  };

  const sayAll = async (): Promise<void> =>
    sayNews(await Promise.all(run.program().readModels.map(({ id }) => statusOf(id))));

  const moved = new Set<string>();
  const sayMoved = onceForAll(async () => {
    const ids = [...moved];
    moved.clear();
    sayNews(await Promise.all(ids.map(statusOf)));
  });

  return {
    sayStatus: (id: string): Promise<void> => {
      moved.add(id);
      return sayMoved();
    },
    /** Says everything again, for a screen that has not been listening. */
    repeatAll: async (): Promise<void> => {
      said.clear();
      await sayAll();
    },
    sayAll,
    sayRebuilding: async (id: string): Promise<void> => {
      const status = await statusOf(id);
      if (status) sayNews([{ ...status, state: 'rebuilding' }]);
    },
  };
};

const progressOf = async (run: Run, readModel: ReadyReadModel, lifeCycle?: LifeCycle): Promise<VersionProgress> => {
  const checkpoint = await run.store.checkpoint(projectionOf(readModel));
  const [stopped] = await stoppedShares(run.store, sharesOf(readModel, lifeCycle?.workers));
  if (stopped) {
    const error = await whyStopped(run, stopped);
    return { checkpoint, state: 'stopped', ...(error ? { error: asOnTheWall(readModel, error) } : {}) };
  }
  const isCurrent = checkpoint >= (await run.store.lastPosition());
  return { checkpoint, state: isCurrent ? 'current' : 'catching-up' };
};

/** Nobody sees the lines of code that is not on the wall. */
const asOnTheWall = ({ versionOf }: ReadyReadModel, error: CodeError): CodeError => {
  if (versionOf === undefined) return error;
  const { place: _, ...rest } = error;
  return rest;
};
