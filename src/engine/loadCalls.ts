import type { Program } from '#model';
import { type LoadPlan, type Run, runLoad } from '#runtime';
import type { Sandbox } from '#sandbox';
import type { Catalogue } from './catalogue/Catalogue.ts';
import type { EngineApi, EngineNotice } from './EngineApi.ts';
import { addHiddenRun, dropHiddenRun } from './models/hiddenRun.ts';
import { createProgramInForce } from './program/ProgramInForce.ts';
import type { Storage } from './storage.ts';
import type { Workplace } from './workplace.ts';

type LoadCalls = Pick<EngineApi, 'runLoad' | 'stopLoad'>;

type LoadOptions = {
  catalogue: Catalogue;
  storage: Storage;
  workplace: Workplace;
  createSandbox: () => Sandbox;
  notify: (notice: EngineNotice) => void;
};

/** Who races for commands: each has a sandbox and a store of its own over the same database, as servers do. */
const racers = 4;
const [mostUsers, mostSeconds] = [100_000, 600];

/** Load runs: against the code in force, in a hidden run of their own that is thrown away afterwards. One at a time. */
export const createLoadCalls = ({ catalogue, storage, workplace, createSandbox, notify }: LoadOptions): LoadCalls => {
  let stopping: AbortController | undefined;

  return {
    runLoad: async (plan) => {
      if (stopping) throw new Error('A load run is under way: stop it first.');
      const program = workplace.current().run.program();
      checkPlan(plan, program);
      stopping = new AbortController();
      const { signal } = stopping;
      const runId = await addHiddenRun(catalogue);
      const runs: Run[] = [];
      try {
        for (let index = 0; index < (plan.handling === 'racing' ? racers : 1); index += 1)
          runs.push(await openRunOf(await storage.openRun(runId), createSandbox(), program));
        return await runLoad(runs, plan, { signal, onReport: (report) => notify({ kind: 'load-report', report }) });
      } finally {
        stopping = undefined;
        for (const { sandbox, store } of runs) {
          sandbox.close();
          store.close();
        }
        await dropHiddenRun(catalogue, storage, runId);
      }
    },
    stopLoad: async () => stopping?.abort(),
  };
};

const openRunOf = async (store: Run['store'], sandbox: Sandbox, program: Program): Promise<Run> => {
  const inForce = createProgramInForce(sandbox, []);
  await inForce.change(program);
  return { store, sandbox, program: inForce.running };
};

const checkPlan = ({ command, users, seconds, hotStreams }: LoadPlan, program: Program): void => {
  const found = program.commands.find(({ type }) => type === command.type);
  if (!found) throw new Error(`There is no command named ${command.type} on the wall.`);
  if (!found.deciderId) throw new Error(`No arrow leads from ${command.type} to a decider: connect it first.`);
  if (!isWithin(users, mostUsers)) throw new Error(`Let between 1 and ${mostUsers.toLocaleString('en')} users come.`);
  if (!isWithin(seconds, mostSeconds)) throw new Error(`Let them come within 1 to ${mostSeconds} seconds.`);
  if (hotStreams !== null && !isWithin(hotStreams, users)) throw new Error('Let them share at least one stream.');
};

const isWithin = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most;
