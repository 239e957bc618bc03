import type { Program } from '#model';
import type { RunningProgram, ServedVersion } from '#runtime';
import type { ModelModule, Sandbox } from '#sandbox';
import { createCodeInForce, type Loaded } from './CodeInForce.ts';
import { modulesOf } from './modulesOf.ts';
import { type OtherVersion, otherVersionsOf } from './otherVersions.ts';
import { emptyProgram, runningProgramOf } from './runningProgramOf.ts';
import { createUpcastersInForce } from './upcastersInForce.ts';
import { type Reading, readAsStored } from './upcasting.ts';

/** The program of the wall as it was last handed over, and what of it runs. Empty until the first one comes. */
export const createProgramInForce = (
  sandbox: Sandbox,
  lastWorking: ModelModule[],
  servedVersions: () => Promise<ReadonlyMap<string, ServedVersion>> = async () => new Map(),
) => {
  const code = createCodeInForce(sandbox, lastWorking);
  const upcasters = createUpcastersInForce(sandbox, lastWorking);
  let reading: Reading = readAsStored;
  let program: Program = emptyProgram;
  let running: RunningProgram = runningProgramOf(emptyProgram, new Map());

  return {
    program: () => program,
    running: () => running,
    /** How what is stored is handed to what runs. */
    reading: () => reading,
    change: async (next: Program): Promise<Loaded> => {
      const others = otherVersionsOf(next, await servedVersions());
      const modules = [...modulesOf(next), ...others.map(({ module }) => module)];
      const read = await upcasters(next);
      const loaded = await code.load(modules, { storeAsJson: next.storeAsJson, reading: read.reading.key });
      reading = read.reading;
      program = next;
      running = runningProgramOf(next, loaded.running, others);
      const shown = withoutOthers(loaded, others);
      return {
        ...shown,
        statuses: [...shown.statuses, ...read.loaded.statuses],
        newlyWorking: [...shown.newlyWorking, ...read.loaded.newlyWorking],
      };
    },
  };
};

/** Of code that is not on the wall the screen has nothing to show, and it is kept where it serves. */
const withoutOthers = (loaded: Loaded, others: OtherVersion[]): Loaded => {
  const ids = new Set(others.map(({ module }) => module.id));
  return {
    ...loaded,
    statuses: loaded.statuses.filter(({ module }) => !ids.has(module.id)),
    newlyWorking: loaded.newlyWorking.filter(({ id }) => !ids.has(id)),
  };
};
