import type { Sandbox } from '#sandbox';
import { openCatalogue } from './catalogue/Catalogue.ts';
import type { EngineApi, EngineNotice, OpenedModel, OpenedRun } from './EngineApi.ts';
import { limitsHere } from './limits.ts';
import { type BoardSession, openBoardSession } from './models/boardSession.ts';
import { createLibrary } from './models/library.ts';
import { commandOf } from './run/commandOf.ts';
import { readHistory } from './run/history.ts';
import { openRunSession, type RunSession } from './run/runSession.ts';
import { sendAgain } from './run/sendAgain.ts';
import { isOfStorage, sentenceOf } from './sentences.ts';
import { inIndexedDb, type Storage } from './storage.ts';
import { openTabs, type TabMessage } from './tabs.ts';
import { takeTurns } from './turns.ts';

export type EngineOptions = {
  createSandbox: () => Sandbox;
  notify: (notice: EngineNotice) => void;
  storage?: Storage;
};

/** What the worker's entry adds to what the screen may ask. */
export type Engine = EngineApi & {
  /** The tab is hidden: other tabs may take over policies and asynchronous read models. */
  handOn(): Promise<void>;
  close(): Promise<void>;
};

type Open = { modelId: string; board: BoardSession; run: RunSession };

/** How often marked models and runs are looked at whether their time to come back is over, in milliseconds. */
const sweepMs = 10 * 60 * 1000;

/** Composes store, sandbox, runtime and replay into what the screen may ask for. One model is open at a time. */
export const createEngine = async ({
  createSandbox,
  notify,
  storage = inIndexedDb,
}: EngineOptions): Promise<Engine> => {
  const catalogue = await openCatalogue();
  const library = createLibrary(catalogue, storage);
  let open: Open | undefined;

  const opened = (): Open => {
    if (!open) throw new Error('No model is open: open one first.');
    return open;
  };

  const hear = (message: TabMessage): void => {
    if (message.kind === 'models-changed') notify(message);
    else if ('modelId' in message) hearOfRuns(message);
    else if (open?.run.runId === message.runId) open.run.hear(message);
  };
  const hearOfRuns = (message: Extract<TabMessage, { modelId: string }>): void => {
    if (open?.modelId !== message.modelId) return;
    if (message.kind === 'run-switched') notify({ kind: 'run-switched', runId: message.runId });
    else void sayRuns(message.modelId);
  };
  const tabs = openTabs(hear);

  const sayRuns = async (modelId: string): Promise<void> =>
    notify({ kind: 'runs-changed', runs: await library.runsOf(modelId) });

  const modelsChanged = (): void => {
    notify({ kind: 'models-changed' });
    tabs.tell({ kind: 'models-changed' });
  };
  const runsChanged = async (modelId: string): Promise<void> => {
    await sayRuns(modelId);
    tabs.tell({ kind: 'runs-changed', modelId });
  };

  const sweep = async (): Promise<void> => {
    if (await library.sweep(Date.now())) modelsChanged();
  };
  const sweeping = setInterval(() => void sweep().catch(storageTrouble), sweepMs);
  const storageTrouble = (error: unknown): void => {
    if (isOfStorage(error)) notify({ kind: 'storage-failed', message: sentenceOf(error) });
  };
  void sweep().catch(storageTrouble);

  const startRun = async (modelId: string, runId: string): Promise<RunSession> => {
    const working = await catalogue.workingCode(modelId);
    return openRunSession({
      runId,
      store: await storage.openRun(runId),
      sandbox: createSandbox(),
      lastWorking: working.map(({ module }) => module),
      keepWorking: (modules) =>
        catalogue.keepWorkingCode(modules.map((module) => ({ modelId, moduleId: module.id, module }))),
      // A run that is being prepared, or is on its way out, is none of the screen's business.
      notify: (notice) => {
        if (open?.run.runId === runId) notify(notice);
      },
      tell: tabs.tell,
      takeTurns: (work) => takeTurns(`${runId}/consumers`, catalogue, work),
    });
  };

  const closeModel = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    closing?.board.close();
    await closing?.run.close();
  };

  const openModel = async (modelId: string): Promise<OpenedModel> => {
    const { currentRunId } = await library.modelOf(modelId);
    if (open?.modelId !== modelId || open.run.runId !== currentRunId) {
      await closeModel();
      const board = await openBoardSession(await storage.openBoard(modelId), (edits) =>
        notify({ kind: 'board-changed', ...edits }),
      );
      open = { modelId, board, run: await startRun(modelId, currentRunId) };
    }
    const { board, run } = open;
    const { events, version } = await board.read();
    return {
      modelId,
      boardEvents: events,
      boardVersion: version,
      runs: await library.runsOf(modelId),
      history: await readHistory(run.store),
      limits: limitsHere(),
    };
  };

  /** Puts another run of the open model in use, here and in the other tabs, under the program that is in force. */
  const switchRun = async (runId: string, prepare?: (session: RunSession) => Promise<void>): Promise<OpenedRun> => {
    const { modelId, run: before, board } = opened();
    const program = before.program();
    const session = await startRun(modelId, runId);
    await session.useProgram(program);
    await prepare?.(session);
    open = { modelId, board, run: session };
    await before.close();
    await session.sayStatuses();

    const isNews = (await library.modelOf(modelId)).currentRunId !== runId;
    if (isNews) {
      await catalogue.changeModel(modelId, (model) => ({ ...model, currentRunId: runId }));
      tabs.tell({ kind: 'run-switched', modelId, runId });
    }
    await touch(opened());
    return openedRun(modelId, session);
  };

  const openedRun = async (modelId: string, session: RunSession): Promise<OpenedRun> => {
    const runs = await library.runsOf(modelId);
    const run = runs.find(({ runId }) => runId === session.runId);
    if (!run) throw new Error('This run is not there any more: it was deleted.');
    return { run, runs, history: await readHistory(session.store) };
  };

  /** When it was last worked on, and how long its history is, for lists that open no store. */
  const touch = async ({ modelId, run }: Open): Promise<void> => {
    const events = await run.store.lastPosition();
    await catalogue.changeRun(run.runId, (record) => ({ ...record, events }));
    await catalogue.changeModel(modelId, (model) => ({ ...model, changedAt: new Date().toISOString() }));
  };

  return {
    listModels: library.list,
    createModel: async (model) => {
      const summary = await library.create(model);
      modelsChanged();
      return summary;
    },
    duplicateModel: async (modelId) => {
      const summary = await library.duplicate(modelId);
      modelsChanged();
      return summary;
    },
    deleteModel: async (modelId) => {
      await library.mark(modelId, new Date().toISOString());
      if (open?.modelId === modelId) await closeModel();
      modelsChanged();
    },
    restoreModel: async (modelId) => {
      await library.mark(modelId, undefined);
      modelsChanged();
    },
    openModel,

    appendToBoard: async ({ events, expectedVersion, name, notes }) => {
      const { modelId, board } = opened();
      const answer = await board.append(events, expectedVersion);
      if (answer.kind === 'moved-on') return answer;
      const { name: nameBefore } = await library.modelOf(modelId);
      const changedAt = new Date().toISOString();
      await catalogue.changeModel(modelId, (model) => ({ ...model, name, notes, changedAt }));
      if (name !== nameBefore) modelsChanged();
      return answer;
    },

    useProgram: (program) => opened().run.useProgram(program),
    submitCommand: async (submission) => {
      const now = opened();
      const outcome = await now.run.send(commandOf(submission, now.run.program(), now.run.addressOf));
      void touch(now).catch(storageTrouble);
      return outcome;
    },
    settled: async () => opened().run.settled(),

    moment: async ({ position, streams }) => opened().run.moment(position, streams),
    rebuild: async ({ readModelId, stepMs }) => opened().run.rebuild(readModelId, stepMs),
    retryReadModel: async (readModelId) => opened().run.retry(readModelId),
    specify: async (specification) => opened().run.specify(specification),

    newRun: async (kind) => {
      const { modelId, run } = opened();
      const { commands } = await readHistory(run.store);
      const program = run.program();
      const { runId } = await library.addRun(modelId);
      const result = await switchRun(runId, async (session) => {
        if (kind === 'from-history') await sendAgain(session, commands, program);
      });
      await runsChanged(modelId);
      return result;
    },
    openRun: async (runId) => {
      const { modelId, run } = opened();
      return run.runId === runId ? openedRun(modelId, run) : switchRun(runId);
    },
    deleteRun: async (runId) => {
      const { modelId, run } = opened();
      if (run.runId === runId) throw new Error('This run is open: open another one, then delete it.');
      await library.markRun(runId, new Date().toISOString());
      await runsChanged(modelId);
    },
    restoreRun: async (runId) => {
      await library.markRun(runId, undefined);
      await runsChanged(opened().modelId);
    },

    handOn: async () => open?.run.handOn(),
    close: async () => {
      clearInterval(sweeping);
      await closeModel();
      tabs.close();
      catalogue.close();
    },
  };
};
