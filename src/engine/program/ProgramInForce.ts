import type { Program } from '#model';
import type { RunningProgram } from '#runtime';
import type { ModelModule, Sandbox } from '#sandbox';
import { createCodeInForce, type Loaded } from './CodeInForce.ts';
import { modulesOf } from './modulesOf.ts';
import { emptyProgram, runningProgramOf } from './runningProgramOf.ts';
import { readingOf } from './upcasting.ts';

/** The program of the wall as it was last handed over, and what of it runs. Empty until the first one comes. */
export const createProgramInForce = (sandbox: Sandbox, lastWorking: ModelModule[]) => {
  const code = createCodeInForce(sandbox, lastWorking);
  let program: Program = emptyProgram;
  let running: RunningProgram = runningProgramOf(emptyProgram, new Map());

  return {
    program: () => program,
    running: () => running,
    change: async (next: Program): Promise<Loaded> => {
      const loaded = await code.load(modulesOf(next), { storeAsJson: next.storeAsJson, reading: readingOf(next) });
      program = next;
      running = runningProgramOf(next, loaded.running);
      return loaded;
    },
  };
};
