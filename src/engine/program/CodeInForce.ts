import type { RunningModule } from '#runtime';
import { codeHash, type ModelModule, type ModuleStatus, type Sandbox } from '#sandbox';
import { codeVersionOf } from './upcasting.ts';

/** What one load came to: what the person's present code is like, and what runs. */
export type Loaded = {
  statuses: ModuleStatus[];
  running: ReadonlyMap<string, RunningModule>;
  /** Code that has shown that it works and was not known to. */
  newlyWorking: ModelModule[];
};

/** What stored events are when they come to the code. */
type Storage = { storeAsJson: boolean; reading: string };

/**
 * Keeps the last working code of every module in force while the present one does not compile or load. What worked is
 * handed in at the start, so that it outlives a reload.
 */
export const createCodeInForce = (sandbox: Sandbox, lastWorking: ModelModule[]) => {
  const working = new Map(lastWorking.map((module) => [module.id, module]));
  const broken = new Map<string, Extract<ModuleStatus, { kind: 'broken' }>>();
  let loaded: { key: string; statuses: Map<string, ModuleStatus> } | undefined;

  const standIn = (module: ModelModule): ModelModule =>
    broken.has(keyOf(module)) ? (working.get(module.id) ?? module) : module;

  const loadModules = async (
    modules: ModelModule[],
    { storeAsJson, reading }: Storage,
  ): Promise<Map<string, ModuleStatus>> => {
    const key = JSON.stringify([storeAsJson, reading, modules.map(keyOf)]);
    if (loaded?.key === key) return loaded.statuses;
    const statuses = await sandbox.load(modules, { storeAsJson });
    const byId = new Map(statuses.map((status) => [status.module.id, status]));
    loaded = statuses.some(isLost) ? undefined : { key, statuses: byId };
    return byId;
  };

  const load = async (modules: ModelModule[], storage: Storage): Promise<Loaded> => {
    let inForce = modules.map(standIn);
    let statuses = await loadModules(inForce, storage);
    for (const module of modules) {
      const status = statuses.get(module.id);
      if (status?.kind === 'broken' && !isLost(status) && inForce.includes(module)) broken.set(keyOf(module), status);
    }
    if (modules.some((module, index) => standIn(module) !== inForce[index])) {
      inForce = modules.map(standIn);
      statuses = await loadModules(inForce, storage);
    }
    return resultOf(modules, inForce, statuses, storage.reading);
  };

  const resultOf = (
    modules: ModelModule[],
    inForce: ModelModule[],
    statuses: Map<string, ModuleStatus>,
    reading: string,
  ): Loaded => {
    const result = {
      statuses: [] as ModuleStatus[],
      running: new Map<string, RunningModule>(),
      newlyWorking: [] as ModelModule[],
    };
    modules.forEach((module, index) => {
      const runs = inForce[index] ?? module;
      const status = statuses.get(module.id);
      if (!status) return;
      result.statuses.push(broken.get(keyOf(module)) ?? status);
      result.running.set(module.id, runningOf(status, runs, reading));
      if (status.kind !== 'ready' || runs !== module) return;
      const before = working.get(module.id);
      if (!before || keyOf(before) !== keyOf(module)) result.newlyWorking.push(module);
      working.set(module.id, module);
    });
    return result;
  };

  return { load };
};

/** Through no fault of the code: the next load may well succeed. */
const isLost = (status: ModuleStatus): boolean => status.kind === 'broken' && status.error.name === 'SandboxLostError';

const keyOf = ({ id, kind, files, commands = [], deafTo = [] }: ModelModule): string =>
  [id, kind, codeHash(files), ...commands, ...deafTo].join(' ');

const runningOf = (status: ModuleStatus, module: ModelModule, reading: string): RunningModule => {
  if (status.kind === 'broken') return { kind: 'broken', error: status.error };
  const { canHandle } = status.facts;
  return {
    kind: 'ready',
    hash: codeVersionOf(module.files, reading, module.deafTo),
    ...(canHandle ? { canHandle } : {}),
  };
};
