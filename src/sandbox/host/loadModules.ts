import type { CompiledModule, LineRange } from '../link/linkModel.ts';
import type { LoadedModule } from '../protocol.ts';
import type { CodeError, ModelModule, ModuleStatus } from '../Sandbox.ts';
import { codeErrorOf } from './checkReply.ts';
import type { ModelWorker } from './ModelWorker.ts';

/** Compiles and starts the modules. What does not compile, hangs or breaks while it loads is left out, and says why. */
export const loadModules = async (
  worker: ModelWorker,
  modules: ModelModule[],
  storeAsJson: boolean,
): Promise<ModuleStatus[]> => {
  const { compileModule } = await import('../compile/compileModule.ts');
  await worker.drop({ isHard: false });
  const broken = new Map<string, CodeError>();
  const compiled: CompiledModule[] = [];
  for (const module of modules) {
    const result = compileModule(module);
    if (result.kind === 'broken') broken.set(module.id, result.error);
    else compiled.push({ module, files: result.files });
  }
  const { loaded, hung } = await worker.start(compiled, storeAsJson);
  for (const { moduleId, error } of hung) broken.set(moduleId, error);
  return modules.map((module) => statusOf(module, broken, loaded, worker.ranges));
};

const statusOf = (
  module: ModelModule,
  broken: Map<string, CodeError>,
  loaded: LoadedModule[],
  ranges: LineRange[],
): ModuleStatus => {
  const error = broken.get(module.id);
  if (error) return { kind: 'broken', module, error };
  const found = loaded.find(({ moduleId }) => moduleId === module.id);
  if (found?.kind !== 'ready') return { kind: 'broken', module, error: codeErrorOf(found?.error, ranges) };
  const { canHandle, exports } = found;
  return { kind: 'ready', module, facts: { exports, ...(canHandle ? { canHandle } : {}) } };
};
