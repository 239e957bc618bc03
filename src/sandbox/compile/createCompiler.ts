import type { ModelModule } from '../Sandbox.ts';
import { type Compiled, compileModule } from './compileModule.ts';

/** Compiles the modules of a model, each only where it is not what it was the last time: a large wall has hundreds. */
export const createCompiler = () => {
  let known = new Map<string, { code: string; compiled: Compiled }>();
  return (modules: ModelModule[]): { module: ModelModule; compiled: Compiled }[] => {
    const present: typeof known = new Map();
    for (const module of modules) {
      const code = JSON.stringify(module.files);
      const before = known.get(module.id);
      present.set(module.id, before?.code === code ? before : { code, compiled: compileModule(module) });
    }
    known = present;
    return modules.flatMap((module) => {
      const compiled = present.get(module.id)?.compiled;
      return compiled ? [{ module, compiled }] : [];
    });
  };
};
