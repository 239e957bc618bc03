import type { CommandRecord, EventStore } from '#event-store';
import type { Program, Specification } from '#model';
import { type Moment, momentAt } from '#replay';
import {
  type CommandToSend,
  createConsumers,
  createQueue,
  openClock,
  type Run,
  type RunningProgram,
  readyReadModels,
  rebuildVisibly,
  type SendCommand,
  sendThrough,
} from '#runtime';
import type { ModelModule, ModuleStatus, Sandbox } from '#sandbox';
import type { EngineNotice } from '../EngineApi.ts';
import { createCodeInForce } from '../program/CodeInForce.ts';
import { modulesOf } from '../program/modulesOf.ts';
import { emptyProgram, runningProgramOf } from '../program/runningProgramOf.ts';
import { isOfStorage, sentenceOf } from '../sentences.ts';
import type { TabMessage } from '../tabs.ts';
import type { Turns } from '../turns.ts';
import { createCodeKeeper, followCode } from './followCode.ts';
import { createReadModelStatuses } from './ReadModelStatuses.ts';
import { runSpecification } from './runSpecification.ts';

export type RunSessionOptions = {
  runId: string;
  store: EventStore;
  sandbox: Sandbox;
  lastWorking: ModelModule[];
  keepWorking: (modules: ModelModule[]) => Promise<void>;
  notify: (notice: EngineNotice) => void;
  tell: (message: TabMessage) => void;
  takeTurns: (work: (signal: AbortSignal) => Promise<void>) => Turns;
};

export type RunSession = Awaited<ReturnType<typeof openRunSession>>;

/** A run while it is open: its store, a sandbox of its own, and who reacts to what is stored. */
export const openRunSession = async (options: RunSessionOptions) => {
  const { runId, store, sandbox, notify, tell } = options;
  let program: Program = emptyProgram;
  let running: RunningProgram = runningProgramOf(emptyProgram, new Map());
  const run: Run = { store, sandbox, program: () => running };

  const [commands, looks] = [createQueue(), createQueue()];
  const clock = await openClock(store);
  const sendTimed = sendThrough(run, commands, clock);
  const recordedTimes = new Map<string, number>();
  const send: SendCommand = (command) => {
    const now = command.now ?? recordedTimes.get(command.commandId);
    return sendTimed(now === undefined ? command : { ...command, now });
  };
  const code = createCodeInForce(sandbox, options.lastWorking);
  const keepCode = createCodeKeeper(run);
  const statuses = createReadModelStatuses(run, (status) => notify({ kind: 'read-model-status', status }));

  const consumers = createConsumers(run, commands, send, {
    onLoop: (loop) => notify({ kind: 'policy-stopped', loop }),
    onPolicyFailure: ({ policyId, event, error }) => notify({ kind: 'policy-failed', policyId, event, error }),
    onReadModel: ({ readModelId, error }) => {
      if (error) statuses.stopped(readModelId, error);
      void statuses.sayStatus(readModelId);
      if (error) tell({ kind: 'read-model-stopped', runId, readModelId, error });
    },
    onAdvanced: () => tell({ kind: 'consumers-advanced', runId }),
    onTrouble: (error) => {
      if (isOfStorage(error)) notify({ kind: 'storage-failed', message: sentenceOf(error) });
    },
  });

  const useProgram = (next: Program): Promise<ModuleStatus[]> =>
    consumers.between(() =>
      commands(() =>
        looks(async () => {
          const before = readyReadModels(run);
          const loaded = await code.load(modulesOf(next), next.storeAsJson);
          program = next;
          running = runningProgramOf(next, loaded.running);
          await consumers.enrol();
          await followCode(run, before, statuses.stopped);
          await keepCode(program, new Date().toISOString());
          if (loaded.newlyWorking.length > 0) await options.keepWorking(loaded.newlyWorking);
          await statuses.sayAll();
          return loaded.statuses;
        }),
      ),
    );

  const subscription = store.subscribe({ from: (await store.lastPosition()) + 1 }, (events) => {
    for (const { metadata } of events) clock.saw(metadata.recordedAt);
    notify({ kind: 'events-appended', events });
    consumers.wake();
  });
  const stopRecords = store.onCommandRecorded((record) => {
    clock.saw(record.receivedAt);
    notify({ kind: 'command-recorded', record });
  });
  const stopRestarts = sandbox.onRestarted((error) => notify({ kind: 'sandbox-restarted', error }));
  const turns = options.takeTurns(consumers.work);

  const moment = (position: number, streams: string[]): Promise<Moment> =>
    momentAt(run, looks, {
      position,
      states: streams.flatMap((stream) => {
        const decider = program.deciders.find(({ category }) => stream.startsWith(`${category}-`));
        return decider ? [{ moduleId: decider.id, stream }] : [];
      }),
    });

  const rebuild = async (readModelId: string, stepMs: number): Promise<void> => {
    await statuses.sayRebuilding(readModelId);
    await rebuildVisibly(run, commands, readModelId, async (step) => {
      notify({ kind: 'rebuild-step', ...step });
      if (stepMs > 0) await new Promise((resolve) => setTimeout(resolve, stepMs));
    });
    await statuses.sayStatus(readModelId);
    consumers.wake();
  };

  const retry = async (readModelId: string): Promise<void> => {
    await consumers.retry(readModelId);
    tell({ kind: 'wake-consumers', runId });
    await consumers.settled();
    await statuses.sayStatus(readModelId);
  };

  return {
    runId,
    store,
    useProgram,
    send,
    /** Commands that will be sent again, by whomever, keep the times at which they were recorded. */
    expect: (records: CommandRecord[]): void => {
      for (const { commandId, receivedAt } of records) recordedTimes.set(commandId, Date.parse(receivedAt));
    },
    program: () => program,
    addressOf: (command: { type: string; data: CommandToSend['data'] }) => running.addressOf(command),
    settled: consumers.settled,
    moment,
    rebuild,
    retry,
    specify: (specification: Specification) => looks(() => runSpecification(run, specification)),
    /** Another tab of this run has something to say. */
    hear: (message: TabMessage): void => {
      if (message.kind === 'wake-consumers') consumers.wake();
      if (message.kind === 'consumers-advanced') consumers.heardOfAdvance();
      if (message.kind === 'read-model-stopped') statuses.stopped(message.readModelId, message.error);
      if (message.kind === 'consumers-advanced') void statuses.sayAll();
    },
    sayStatuses: statuses.repeatAll,
    handOn: (): void => turns.handOn(),
    close: async (): Promise<void> => {
      subscription.close();
      stopRecords();
      stopRestarts();
      await turns.close();
      await commands.idle();
      sandbox.close();
      store.close();
    },
  };
};
