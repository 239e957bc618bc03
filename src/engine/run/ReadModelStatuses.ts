import { leftOutEvents, lifeCycleOf, projectionOf, type ReadyReadModel, type Run, stopOf, whyStopped } from '#runtime';
import type { ReadModelStatus } from '../EngineApi.ts';

export type ReadModelStatuses = ReturnType<typeof createReadModelStatuses>;

/** Where a run's read models stand, in the words of the screen. */
export const createReadModelStatuses = (run: Run, say: (statuses: ReadModelStatus[]) => void) => {
  const said = new Map<string, string>();

  const statusOf = async (id: string): Promise<ReadModelStatus | undefined> => {
    const { readModels, modules } = run.program();
    const readModel = readModels.find((one) => one.id === id);
    if (!readModel) return undefined;
    const known = { readModelId: id, lifecycle: readModel.lifecycle };
    const module = modules.get(id);
    if (module?.kind !== 'ready')
      return { ...known, checkpoint: 0, state: 'stopped', ...(module ? { error: module.error } : {}) };
    const isAsync = readModel.lifecycle === 'async';
    return { ...known, ...(await progressOf({ id, module })), ...(isAsync ? await lifeOf({ id, module }) : {}) };
  };

  const lifeOf = async (readModel: ReadyReadModel): Promise<Pick<ReadModelStatus, 'lifeCycle' | 'leftOut'>> => {
    const leftOut = await leftOutEvents(run, readModel);
    return {
      lifeCycle: await lifeCycleOf(run.store, readModel.id),
      ...(leftOut.length > 0 ? { leftOut } : {}),
    };
  };

  const progressOf = async (
    readModel: ReadyReadModel,
  ): Promise<Pick<ReadModelStatus, 'checkpoint' | 'state' | 'error'>> => {
    const checkpoint = await run.store.checkpoint(projectionOf(readModel));
    if ((await run.store.checkpoint(stopOf(readModel))) > 0) {
      const error = await whyStopped(run, readModel);
      return { checkpoint, state: 'stopped', ...(error ? { error } : {}) };
    }
    const isCurrent = checkpoint >= (await run.store.lastPosition());
    return { checkpoint, state: isCurrent ? 'current' : 'catching-up' };
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

  return {
    sayStatus: async (id: string): Promise<void> => {
      sayNews([await statusOf(id)]);
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
