import type { CompiledModule, LineRange } from '../link/linkModel.ts';
import type { LoadedModule } from '../protocol.ts';
import type { CodeError, ModelModule, ModuleStatus } from '../Sandbox.ts';
import { codeErrorOf } from './checkReply.ts';
import type { ModelWorker } from './ModelWorker.ts';

type Compiler = ReturnType<typeof import('../compile/createCompiler.ts').createCompiler>;

/**
 * Compiles and starts the modules. What does not compile, hangs or breaks while it loads is left out, and says why;
 * the compiler comes with the first of them.
 */
export const createLoader = (worker: ModelWorker) => {
  let compiler: Compiler | undefined;
  return async (modules: ModelModule[], storeAsJson: boolean): Promise<ModuleStatus[]> => {
    compiler ??= (await import('../compile/createCompiler.ts')).createCompiler();
    await worker.drop({ isHard: false });
    const broken = new Map<string, CodeError>();
    const compiled: CompiledModule[] = [];
    for (const { module, compiled: result } of compiler(modules)) {
      if (result.kind === 'broken') broken.set(module.id, result.error);
      else compiled.push({ module, files: result.files, onlyReads: result.onlyReads });
    }
    const { loaded, hung } = await worker.start(compiled, storeAsJson);
    for (const { moduleId, error } of hung) broken.set(moduleId, error);
    const loadedById = new Map(loaded.map((one) => [one.moduleId, one]));
    return modules.map((module) => statusOf(module, broken, loadedById, worker.ranges));
  };
};

const statusOf = (
  module: ModelModule,
  broken: Map<string, CodeError>,
  loaded: ReadonlyMap<string, LoadedModule>,
  ranges: LineRange[],
): ModuleStatus => {
  const error = broken.get(module.id);
  if (error) return { kind: 'broken', module, error };
  const found = loaded.get(module.id);
  if (found?.kind !== 'ready') return { kind: 'broken', module, error: codeErrorOf(found?.error, ranges) };
  const { canHandle, exports } = found;
  return { kind: 'ready', module, facts: { exports, ...(canHandle ? { canHandle } : {}) } };
};
