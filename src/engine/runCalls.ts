import type { Announcements } from './announcements.ts';
import { createBranchCalls } from './branchCalls.ts';
import type { EngineApi, OpenedRun } from './EngineApi.ts';
import type { Library } from './models/library.ts';
import { createRedecideCalls } from './redecideCalls.ts';
import { commandOf } from './run/commandOf.ts';
import { compareMoments } from './run/compareMoments.ts';
import { deletionsFrom } from './run/deletionsInBranch.ts';
import { dryRun } from './run/dryRun.ts';
import { historyPage, openHistory } from './run/history.ts';
import type { LongWork } from './run/longWork.ts';
import { sendAgain } from './run/sendAgain.ts';
import { anotherIsOpen, runIsGone, runOfAnother } from './sentences.ts';
import { startingWith } from './startWith.ts';
import { createStreamCalls } from './streamCalls.ts';
import type { OpenModel, Workplace } from './workplace.ts';

type RunCalls = Pick<
  EngineApi,
  | 'useProgram'
  | 'submitCommand'
  | 'settled'
  | 'moment'
  | 'giveWay'
  | 'rebuild'
  | 'retryReadModel'
  | 'specify'
  | 'tryDelivery'
  | 'decisionOutput'
  | 'stepInto'
  | 'newRun'
  | 'openRun'
  | 'deleteRun'
  | 'restoreRun'
  | 'valueHistory'
  | 'followValues'
  | 'givenHistory'
  | 'lineOfDecision'
  | 'branchRun'
  | 'renameRun'
  | 'adoptRun'
  | 'pinMoments'
  | 'outlineRuns'
  | 'compareMoments'
  | 'historyPage'
  | 'stopRebuild'
  | 'redecide'
  | 'stopRedeciding'
  | 'controlReadModel'
  | 'compareVersions'
  | 'stopLongWork'
  | 'linesOfChanges'
  | 'archiveStream'
  | 'unarchiveStream'
  | 'deleteStream'
  | 'undeleteStream'
  | 'inspectStore'
  | 'windClock'
  | 'stepIntoEvent'
  | 'foldSteps'
  | 'documentSources'
  | 'controlPolicy'
  | 'dryRun'
  | 'replaySteps'
  | 'replayDocuments'
  | 'addRecordedRun'
>;

const momentOf =
  ({ current, isInUse }: Workplace): EngineApi['moment'] =>
  async (request) => {
    const { run } = current();
    try {
      return await run.moment(request);
    } catch (error) {
      // Its run was closed in the middle of it, and who looks at another one by now has no use for it.
      if (request.givesWay && !isInUse(run)) throw new DOMException(runOfAnother, 'AbortError');
      throw error;
    }
  };

/** What the screen may ask of the run in use, and about the runs of the open model. */
export const createRunCalls = (
  library: Library,
  workplace: Workplace,
  say: Announcements,
  longWork: LongWork,
): RunCalls => {
  const { current, switchRun, touch } = workplace;
  const { runsChanged, trouble } = say;
  const startWith = startingWith(library, workplace, say, longWork);
  const openedRun = async ({ modelId, run: session }: OpenModel): Promise<OpenedRun> => {
    const runs = await library.runsOf(modelId);
    const run = runs.find(({ runId }) => runId === session.runId);
    if (!run) throw new Error(runIsGone);
    return { run, runs, history: await openHistory(session.store) };
  };

  return {
    useProgram: async (program, modelId) => {
      const open = current();
      if (modelId !== undefined && modelId !== open.modelId) throw new Error(anotherIsOpen);
      return open.run.useProgram(program);
    },
    submitCommand: async (submission) => {
      const open = current();
      const outcome = await open.run.send(commandOf(submission, open.run.program(), open.run.addressOf));
      void touch(open).catch(trouble);
      return outcome;
    },
    settled: async () => current().run.settled(),
    moment: momentOf(workplace),
    giveWay: async () => current().run.giveWay(),
    rebuild: async ({ readModelId, stepMs }) => current().run.rebuild(readModelId, stepMs),
    stopRebuild: async () => current().run.stopRebuild(),
    retryReadModel: async (readModelId) => current().run.retry(readModelId),
    specify: async (specification) => current().run.specify(specification),
    decisionOutput: async (commandId) => current().run.decisionOutput(commandId),
    stepInto: async (commandId) => current().run.stepInto(commandId),
    stepIntoEvent: async (position) => current().run.stepIntoEvent(position),
    foldSteps: async (part) => current().run.foldSteps(part),
    tryDelivery: async ({ readModelId, delivery }) => current().run.tryDelivery(readModelId, delivery),

    newRun: async (kind) => {
      const { modelId, run: before } = current();
      const commands = await before.store.commandRecords();
      const deletions = deletionsFrom(await before.store.markedStreams(), 0);
      const { runId } = await library.addRun(modelId);
      const open = await startWith(runId, async (session, task) => {
        if (kind === 'from-history') await sendAgain(session, { commands, deletions }, before.program(), task);
      });
      return openedRun(open);
    },
    openRun: async (runId) => {
      const { modelId, run } = current();
      if (run.runId === runId) return openedRun(current());
      const wanted = (await library.runsOf(modelId)).find((one) => one.runId === runId);
      if (!wanted || wanted.deletedAt) throw new Error(runIsGone);
      return openedRun(await switchRun(runId));
    },
    deleteRun: async (runId) => {
      const { modelId, run } = current();
      if (run.runId === runId) throw new Error('This run is open: open another one, then delete it.');
      await library.markRun(runId, new Date().toISOString());
      await runsChanged(modelId);
    },
    restoreRun: async (runId) => {
      await library.markRun(runId, undefined);
      await runsChanged(current().modelId);
    },
    valueHistory: async (request) => current().run.valueHistory(request),
    followValues: async (wish) => current().run.followValues(wish),
    givenHistory: async (question) => current().run.givenHistory(question),
    lineOfDecision: async (specification) => current().run.lineOfDecision(specification),
    ...createBranchCalls(library, workplace, say, longWork, startWith, openedRun),
    compareMoments: (sides) => longWork.run('comparing', (task) => compareMoments(sides, workplace.look, task)),
    stopLongWork: async () => longWork.stop(),
    dryRun: (programs) => longWork.run('comparing', (task) => dryRun(programs, workplace.aside, task)),
    historyPage: async ({ runId, events, sequence }) => {
      const { run } = current();
      if (run.runId !== runId) throw new Error(runIsGone);
      return historyPage(run.store, { events, sequence });
    },
    ...createRedecideCalls(workplace, say.redeciding),
    controlReadModel: async ({ readModelId, control }) => current().run.control(readModelId, control),
    compareVersions: async (readModelId) => current().run.compareVersions(readModelId),
    linesOfChanges: async (question) => current().run.linesOfChanges(question),
    ...createStreamCalls(current),
    windClock: async (to) => current().run.windClock(to),
    controlPolicy: async ({ policyId, control }) => current().run.controlPolicy(policyId, control),
    documentSources: async (readModelId) => current().run.documentSources(readModelId),
    replaySteps: async (wish) => current().run.replaySteps(wish),
    replayDocuments: async (wish) => current().run.replayDocuments(wish),
  };
};
