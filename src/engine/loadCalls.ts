import type { Program } from '#model';
import { type LoadPlan, type LoadReport, type Run, runLoad } from '#runtime';
import type { Sandbox } from '#sandbox';
import type { Catalogue } from './catalogue/Catalogue.ts';
import type { EngineApi } from './EngineApi.ts';
import type { EngineNotice } from './EngineNotice.ts';
import { addHiddenRun, dropHiddenRun } from './models/hiddenRun.ts';
import { type Aside, openAside } from './run/look.ts';
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

  /** So many handlers over one hidden run, of which nothing is left when the work is over. */
  const withHandlers = async <T>(count: number, program: Program, work: (runs: Run[]) => Promise<T>): Promise<T> => {
    const runId = await addHiddenRun(catalogue);
    const asides: Aside[] = [];
    try {
      while (asides.length < count)
        asides.push(await openAside(await storage.openRun(runId), createSandbox(), program));
      return await work(asides.map(({ run }) => run));
    } finally {
      for (const { close } of asides) close();
      await dropHiddenRun(catalogue, storage, runId);
    }
  };

  return {
    runLoad: async (plan) => {
      if (stopping) throw new Error('A load run is under way: stop it first.');
      const program = workplace.current().run.program();
      checkPlan(plan, program);
      stopping = new AbortController();
      const { signal } = stopping;
      const onReport = (report: LoadReport): void => notify({ kind: 'load-report', report });
      try {
        const handlers = plan.handling === 'racing' ? racers : 1;
        return await withHandlers(handlers, program, (runs) => runLoad(runs, plan, { signal, onReport }));
      } finally {
        stopping = undefined;
      }
    },
    stopLoad: async () => stopping?.abort(),
  };
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
