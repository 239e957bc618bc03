import { createQueue } from '#runtime';
import type { Sandbox } from '#sandbox';
import type { Catalogue } from './catalogue/Catalogue.ts';
import type { EngineNotice } from './EngineNotice.ts';
import { lookingAt } from './lookingAt.ts';
import { type BoardSession, openBoardSession } from './models/boardSession.ts';
import type { Library } from './models/library.ts';
import { openRunSession, type RunSession, type RunSessionOptions } from './run/runSession.ts';
import { runOfAnother, sentenceOf } from './sentences.ts';
import type { Storage } from './storage.ts';
import type { TabMessage, Tabs } from './tabs.ts';
import { takeTurns } from './turns.ts';

export type WorkplaceOptions = {
  catalogue: Catalogue;
  library: Library;
  storage: Storage;
  tabs: Tabs;
  createSandbox: () => Sandbox;
  notify: (notice: EngineNotice) => void;
};

/** What a run asks the catalogue to remember. */
const keptIn = (
  catalogue: Catalogue,
  modelId: string,
  runId: string,
): Pick<RunSessionOptions, 'keepWorking' | 'keepClock'> => ({
  keepWorking: (modules) =>
    catalogue.keepWorkingCode(modules.map((module) => ({ modelId, moduleId: module.id, module }))),
  keepClock: (clock) => catalogue.changeRun(runId, (record) => ({ ...record, clock })),
});

/** How a run of a model is started, in a sandbox of its own. */
const runsStarted =
  (
    {
      catalogue,
      storage,
      tabs,
      createSandbox,
    }: Pick<WorkplaceOptions, 'catalogue' | 'storage' | 'tabs' | 'createSandbox'>,
    notify: (runId: string, notice: EngineNotice) => void,
  ) =>
  async (modelId: string, runId: string): Promise<RunSession> => {
    const [working, run] = await Promise.all([catalogue.workingCode(modelId), catalogue.run(runId)]);
    if (run && run.modelId !== modelId) throw new Error(runOfAnother);
    return openRunSession({
      runId,
      store: await storage.openRun(runId),
      sandbox: createSandbox(),
      ...(run?.clock ? { clock: run.clock } : {}),
      lastWorking: working.map(({ module }) => module),
      notify: (notice) => notify(runId, notice),
      tell: tabs.tell,
      ...keptIn(catalogue, modelId, runId),
      takeTurns: (work) => takeTurns(`${runId}/consumers`, catalogue, work),
    });
  };

/** The model that is open in this tab, with the run that is in use. */
export type OpenModel = { modelId: string; board: BoardSession; run: RunSession };

export type Workplace = ReturnType<typeof createWorkplace>;

/** Holds the one model that is open at a time, and puts its runs in use. */
export const createWorkplace = ({ catalogue, library, storage, tabs, createSandbox, notify }: WorkplaceOptions) => {
  let open: OpenModel | undefined;
  const openings = createQueue();

  const current = (): OpenModel => {
    if (!open) throw new Error('No model is open: open one first.');
    return open;
  };

  // A run that is being prepared, or is on its way out, is none of the screen's business.
  const startRun = runsStarted({ catalogue, storage, tabs, createSandbox }, (runId, notice) => {
    if (open?.run.runId === runId) notify(notice);
  });

  const close = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    closing?.board.close();
    await closing?.run.close();
  };

  const goTo = async (modelId: string): Promise<OpenModel> => {
    const { currentRunId } = await library.modelOf(modelId);
    if (open?.modelId === modelId && open.run.runId === currentRunId) return open;
    const board = await openBoardSession(
      await storage.openBoard(modelId),
      () => notify({ kind: 'board-changed', modelId }),
      (error) => notify({ kind: 'storage-failed', message: sentenceOf(error) }),
    );
    const run = await startRun(modelId, currentRunId).catch((error: unknown) => {
      board.close();
      throw error;
    });
    // What was open stays so where the other cannot be opened, and is there until the other one is.
    const [before, opened] = [open, { modelId, board, run }];
    open = opened;
    before?.board.close();
    await before?.run.close();
    return opened;
  };

  /** One after the other, each with what is read of it: the next one closes it. */
  const openModel = <Result>(modelId: string, read: (opened: OpenModel) => Promise<Result>): Promise<Result> =>
    openings(async () => read(await goTo(modelId)));

  /** When it was last worked on, and how long its history is, for lists that open no store. */
  const touch = async ({ modelId, run }: OpenModel): Promise<void> => {
    const events = await run.store.lastPosition();
    await catalogue.changeRun(run.runId, (record) => ({ ...record, events }));
    await catalogue.changeModel(modelId, (model) => ({ ...model, changedAt: new Date().toISOString() }));
  };

  /** Puts another run of the open model in use, here and in the other tabs, under the program that is in force. */
  const switchRun = async (
    runId: string,
    prepare: (session: RunSession) => Promise<void> = async () => undefined,
  ): Promise<OpenModel> => {
    const { modelId, run: before, board } = current();
    const session = await startRun(modelId, runId);
    try {
      await session.useProgram(before.program());
      await prepare(session);
    } catch (error) {
      await session.close();
      throw error;
    }
    open = { modelId, board, run: session };
    await before.close();
    await session.sayStatuses();

    if ((await library.modelOf(modelId)).currentRunId !== runId) {
      await catalogue.changeModel(modelId, (model) => ({ ...model, currentRunId: runId }));
      tabs.tell({ kind: 'run-switched', modelId, runId });
    }
    await touch(open);
    return open;
  };

  return {
    current,
    ...lookingAt({ library, storage, createSandbox }, current),
    isOpen: (modelId: string): boolean => open?.modelId === modelId,
    isInUse: (run: RunSession): boolean => open?.run === run,
    openModel,
    close,
    switchRun,
    touch,
    /** Another tab has something to say about a run. */
    hear: (message: Extract<TabMessage, { runId: string }>): void => {
      if (open?.run.runId === message.runId) open.run.hear(message);
    },
    handOn: (): void => open?.run.handOn(),
  };
};
