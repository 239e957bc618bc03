import type { HarnessSettings, LoadedModule } from '../protocol.ts';
import { attempt, SandboxError } from './errors.ts';
import { requireFile } from './modules.ts';
import { keysOf } from './primordials.ts';
import { asDeciderOfStream } from './processes.ts';
import { runningFor } from './running.ts';
import {
  asDecider,
  asPolicy,
  asProcess,
  asReadModel,
  asTranslation,
  asUpcaster,
  type Decider,
  type Policy,
  type Process,
  type ReadModel,
  type Upcaster,
} from './shapes.ts';

type Settings = HarnessSettings['modules'][number];

const deciders = new Map<string, Decider>();
const readModels = new Map<string, ReadModel>();
const policies = new Map<string, Policy>();
const processes = new Map<string, Process>();
const upcasters = new Map<string, Upcaster>();

const found = <Shape>(shapes: Map<string, Shape>, moduleId: string): Shape => {
  const shape = shapes.get(moduleId);
  if (!shape) throw new SandboxError('Its code is not loaded.');
  return shape;
};

/** Of a process manager, as its stream sees it. */
export const deciderOf = (moduleId: string): Decider => found(deciders, moduleId);
export const readModelOf = (moduleId: string): ReadModel => found(readModels, moduleId);
export const policyOf = (moduleId: string): Policy => found(policies, moduleId);
export const processOf = (moduleId: string): Process => found(processes, moduleId);
export const upcasterOf = (moduleId: string): Upcaster => found(upcasters, moduleId);

const keepShape = (
  { moduleId, kind, name, onlyReads, commands = [], deafTo = [] }: Settings,
  exports: unknown,
): void => {
  switch (kind) {
    case 'decider':
      deciders.set(moduleId, asDecider(exports, name, { onlyReads }));
      return;
    case 'read-model':
      readModels.set(moduleId, asReadModel(exports, name, { onlyReads, deafTo }));
      return;
    case 'policy':
      policies.set(moduleId, asPolicy(exports, name));
      return;
    case 'translation':
      policies.set(moduleId, asTranslation(exports, name));
      return;
    case 'upcaster':
      upcasters.set(moduleId, asUpcaster(exports, name));
      return;
    case 'process': {
      const process = asProcess(exports, name);
      processes.set(moduleId, process);
      deciders.set(moduleId, asDeciderOfStream(process, { name, commands }));
    }
  }
};

/** Runs a module's files and looks for what it should export; a broken one leaves the others alone. */
export const loadModule = (settings: Settings): LoadedModule => {
  const { moduleId, entry } = settings;
  const result = runningFor(moduleId, undefined, () =>
    attempt('load', () => {
      const exports = requireFile(entry);
      keepShape(settings, exports);
      return typeof exports === 'object' && exports !== null ? keysOf(exports) : [];
    }),
  );
  if (result.error) return { moduleId, kind: 'broken', error: result.error };
  const hears = readModels.get(moduleId)?.hears;
  return { moduleId, kind: 'ready', exports: result.value, ...(hears ? { canHandle: [...hears] } : {}) };
};
