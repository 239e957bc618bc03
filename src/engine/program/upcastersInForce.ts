import type { Program } from '#model';
import type { ModelModule, Sandbox } from '#sandbox';
import { createCodeInForce, type Loaded } from './CodeInForce.ts';
import { type Reading, readingOf } from './upcasting.ts';
import { upcasterModulesOf } from './upcastSteps.ts';

const nothingLoaded: Loaded = { statuses: [], running: new Map(), newlyWorking: [] };

/**
 * The code of upcasters, in a worker beside the one that waits for what they make. There is none as long as no step is
 * code.
 */
export const createUpcastersInForce = (sandbox: Sandbox, lastWorking: ModelModule[]) => {
  let code: ReturnType<typeof createCodeInForce> | undefined;
  return async (program: Program): Promise<{ loaded: Loaded; reading: Reading }> => {
    const modules = upcasterModulesOf(program);
    if (modules.length > 0) code ??= createCodeInForce(sandbox.beside(), lastWorking);
    const { storeAsJson } = program;
    const loaded = code ? await code.load(modules, { storeAsJson, reading: '' }) : nothingLoaded;
    return { loaded, reading: readingOf(program, { sandbox: () => sandbox.beside(), modules: loaded.running }) };
  };
};
