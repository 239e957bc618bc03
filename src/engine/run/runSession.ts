import type { EventStore } from '#event-store';
import type { ClockShift, Program } from '#model';
import {
  type Clock,
  type CommandToSend,
  createConsumers,
  createQueue,
  openClock,
  type Run,
  readServedVersions,
  sendThrough,
} from '#runtime';
import type { ModelModule, Sandbox } from '#sandbox';
import type { EngineNotice } from '../EngineNotice.ts';
import { createProgramInForce } from '../program/ProgramInForce.ts';
import { upcastingStore } from '../program/upcasting.ts';
import { sentenceOf } from '../sentences.ts';
import type { TabMessage } from '../tabs.ts';
import type { Turns } from '../turns.ts';
import { askingAbout } from './asking.ts';
import { changingProgram } from './changingProgram.ts';
import { consumerSignals } from './consumerSignals.ts';
import { controllingReadModels } from './controlling.ts';
import { keepingTimes } from './keepingTimes.ts';
import { lookThrough } from './look.ts';
import { createLooking, type MomentWish } from './looking.ts';
import { createPolicyStatuses } from './policyStatuses.ts';
import { createReadModelStatuses } from './ReadModelStatuses.ts';
import { createRebuilding } from './rebuilding.ts';
import { createActivity, sealWhileIdle } from './sealing.ts';
import { windingClock } from './windingClock.ts';

export type RunSessionOptions = {
  runId: string;
  store: EventStore;
  sandbox: Sandbox;
  clock?: ClockShift;
  lastWorking: ModelModule[];
  keepWorking: (modules: ModelModule[]) => Promise<void>;
  notify: (notice: EngineNotice) => void;
  tell: (message: TabMessage) => void;
  takeTurns: (work: (signal: AbortSignal) => Promise<void>) => Turns;
  keepClock: (clock: ClockShift) => Promise<void>;
};

export type RunSession = Awaited<ReturnType<typeof openRunSession>>;

/** A run while it is open: its store, a sandbox of its own, and who reacts to what is stored. */
export const openRunSession = async (options: RunSessionOptions) => {
  const { runId, store, sandbox, notify, tell } = options;
  const inForce = createProgramInForce(sandbox, options.lastWorking, () => readServedVersions(store));
  const run: Run = { store: upcastingStore(store, inForce.reading), sandbox, program: inForce.running };
  sandbox.readLogBy(run.store.readLogPage);

  const [commands, looks] = [createQueue(), createQueue()];
  const clock = await openClock(store, options.clock);
  const { send, expect } = keepingTimes(sendThrough(run, commands, clock));

  const statuses = createReadModelStatuses(run, (statuses) => notify({ kind: 'read-model-statuses', statuses }));
  const policies = createPolicyStatuses(run, (statuses) => notify({ kind: 'policy-statuses', statuses }));
  const signals = consumerSignals(runId, statuses, policies, notify, tell);
  const consumers = createConsumers(run, { queue: commands, send, clock }, signals);
  const { useProgram, stopFollowing } = changingProgram({
    run,
    inForce,
    consumers,
    commands,
    looks,
    sayAll: () => Promise.all([statuses.sayAll(), policies.sayAll()]),
    notify,
    keepWorking: options.keepWorking,
  });
  /** Once more, as what is stored may say now that another version serves. */
  const takeOver = (): Promise<unknown> => useProgram(inForce.program());

  const stopWatching = await watchRun({ store, sandbox }, clock, notify, consumers.wake);
  const activity = createActivity();
  const rebuilding = createRebuilding(run, commands, statuses, notify);
  const looking = createLooking(run, looks, inForce.program, notify);
  const turns = options.takeTurns(async (signal) => {
    await Promise.all([consumers.work(signal), sealWhileIdle(store, activity, signal)]);
  });

  const { windClock, hearOfClock, passTimeTo } = windingClock(options, { clock, program: inForce.running, consumers });

  return {
    runId,
    store,
    useProgram: (program: Program) => activity.noted(useProgram(program)),
    send: (command: CommandToSend) => activity.noted(send(command)),
    expect,
    /** What changes the store beside commands: none of them is decided meanwhile. */
    inTurn: <Result>(change: (store: EventStore) => Promise<Result>) => activity.noted(commands(() => change(store))),
    program: inForce.program,
    addressOf: (command: { type: string; data: CommandToSend['data'] }) => inForce.running().addressOf(command),
    settled: consumers.settled,
    moment: (request: MomentWish) => activity.noted(looking.look(request)),
    giveWay: looking.giveWay,
    /** It is looked at through the same sandbox, and not closed by whoever looks. */
    look: lookThrough(run, looks, inForce.program, () => undefined),
    rebuild: async (readModelId: string, stepMs: number): Promise<void> => {
      await rebuilding.rebuild(readModelId, stepMs);
      consumers.wake();
    },
    stopRebuild: rebuilding.stopRebuild,
    ...controllingReadModels({ runId, run, consumers, statuses, policies, tell, takeOver }),
    windClock,
    passTimeTo,
    ...askingAbout(run, looks, inForce.program, notify),
    /** Another tab of this run has something to say. */
    hear: (message: TabMessage): void => {
      if (message.kind === 'wake-consumers') consumers.wake();
      if (message.kind === 'clock-wound') hearOfClock(message.clock);
      if (message.kind === 'policy-trouble') notify(message.notice);
      if (message.kind === 'versions-changed') void takeOver().catch(signals.onTrouble);
      if (message.kind !== 'consumers-advanced') return;
      consumers.heardOfAdvance();
      void Promise.all([statuses.sayAll(), policies.sayAll()]).catch(signals.onTrouble);
    },
    sayStatuses: () => Promise.all([statuses.repeatAll(), policies.repeatAll()]),
    handOn: (): void => turns.handOn(),
    close: async (): Promise<void> => {
      stopWatching();
      stopFollowing();
      await turns.close();
      await commands.idle();
      sandbox.close();
      store.close();
    },
  };
};

/** Tells of all that is stored in the run, by whichever tab, and of restarts of the sandbox. Answers how to stop. */
const watchRun = async (
  { store, sandbox }: Pick<Run, 'store' | 'sandbox'>,
  clock: Clock,
  notify: (notice: EngineNotice) => void,
  wakeConsumers: () => void,
): Promise<() => void> => {
  const onError = (error: unknown): void => notify({ kind: 'storage-failed', message: sentenceOf(error) });
  const subscription = store.subscribe({ from: (await store.lastPosition()) + 1, onError }, (events) => {
    for (const { metadata } of events) clock.saw(metadata.recordedAt);
    notify({ kind: 'events-appended', events });
    wakeConsumers();
  });
  const stopRecords = store.onCommandRecorded((record) => {
    clock.saw(record.receivedAt);
    // It moves a stopped clock on, also where it was refused: a scheduled message may be due.
    if (record.outcome.kind !== 'unknown') wakeConsumers();
    notify({ kind: 'command-recorded', record });
  });
  let changes = 0;
  const stopMarks = store.onStreamChanged(() => {
    changes += 1;
    const latest = changes;
    store.markedStreams().then((streams) => {
      if (latest === changes) notify({ kind: 'streams-marked', streams });
    }, onError);
  });
  const stopRestarts = sandbox.onRestarted((error) => notify({ kind: 'sandbox-restarted', error }));
  return () => {
    subscription.close();
    stopRecords();
    stopMarks();
    stopRestarts();
  };
};
