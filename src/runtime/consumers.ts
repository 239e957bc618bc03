import { createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { controlPolicy, type PolicyControl } from './controlPolicy.ts';
import { controlReadModel, type ReadModelControl } from './controlReadModel.ts';
import { isDoneWithFaults } from './faults/policyFaults.ts';
import { createFollowers, haveFollowed } from './followers.ts';
import { lifeCycleOf, readLifeCycles, usualLifeCycle } from './lifeCycle.ts';
import { enrolPolicies, type PolicyDesk, runPolicies } from './policies.ts';
import { createChainCounter } from './policyChain.ts';
import { readModelIdOf, readyVersions } from './projectEvents.ts';
import type { Run, RunningPolicy, RunningProgram, SendCommand } from './Run.ts';
import { readyPolicies } from './readyPolicies.ts';
import { createQueue, type Queue } from './serially.ts';
import { sharesOf } from './shares/Share.ts';
import { haveReached } from './shares/workTogether.ts';
import { hasDueTimers, runDueTimers, timeToNextTimer } from './timers.ts';
import { policySharesOf } from './together/PolicyShare.ts';
import { publishThrough } from './translations.ts';
import { type Waiting, waitingConsumers } from './waiting.ts';
import { createWorkflows } from './workflows.ts';

export type ConsumerSignals = {
  onLoop: PolicyDesk['onLoop'];
  onPolicy: PolicyDesk['onPolicy'];
  onPolicyFailure: PolicyDesk['onPolicyFailure'];
  /** An asynchronous read model has moved on, stopped or crashed. */
  onReadModel: (readModelId: string) => void;
  /** Checkpoints have moved: whoever waits in another tab may look again. */
  onAdvanced: () => void;
  /** What no read model and no policy is to blame for: the storage, a sandbox that was lost. The next wake tries again. */
  onTrouble: (error: unknown) => void;
};

/** Policies and asynchronous read models of one run. They work while this tab holds the run's lock. */
export type Consumers = {
  /** Works until the signal says that the lock is to be handed on; resolves once nothing is under way. */
  work: (signal: AbortSignal) => Promise<void>;
  /** Something may be new: events, code, or what another tab has done. */
  wake: () => void;
  /** The tab that holds the lock says that its checkpoints have moved. */
  heardOfAdvance: () => void;
  /** Tries a read model that stopped once more. */
  retry: (readModelId: string) => Promise<void>;
  /** What a person does with an asynchronous read model, while nothing of ours is at work on it. */
  control: (readModelId: string, control: ReadModelControl) => Promise<void>;
  controlPolicy: (policyId: string, control: PolicyControl) => Promise<void>;
  /** Policies that are new to this run, or were away, start at its end; those with other code try again. */
  enrol: (before: RunningProgram) => Promise<void>;
  /** Stops where it is, lets the sandbox be changed, goes on: nothing of ours runs in it meanwhile. */
  between: <T>(change: () => Promise<T>) => Promise<T>;
  /**
   * Resolves when all commands, policies and asynchronous read models are done with what they do by themselves. Answers
   * who has not seen all that is stored, as somebody paused, slowed, crashed or stopped it.
   */
  settled: () => Promise<Waiting[]>;
};

/** How long to wait for word from the tab that holds the lock before looking again, in milliseconds. */
const patience = 250;
/** Longer than this no timer of the platform waits: it is asked again then. */
const longestTimer = 2 ** 31 - 1;

/** `queue` is the one that commands of this run wait in, `send` is how policies send theirs. */
export const createConsumers = (
  run: Run,
  { queue, send, clock }: { queue: Queue; send: SendCommand; clock: Clock },
  signals: ConsumerSignals,
): Consumers => {
  const desk: PolicyDesk = {
    run,
    send,
    publish: publishThrough(run, queue, clock),
    clock,
    chains: createChainCounter(run.store),
    workflows: createWorkflows(run),
    onLoop: signals.onLoop,
    onPolicy: signals.onPolicy,
    onPolicyFailure: signals.onPolicyFailure,
  };
  const bell = createBell();
  const passes = createQueue();
  const followers = createFollowers(run, signals.onReadModel, bell.ring);
  let interruptions = 0;

  const work = async (signal: AbortSignal): Promise<void> => {
    const isOurs = (): boolean => !signal.aborted && interruptions === 0;
    signal.addEventListener('abort', bell.ring);
    desk.chains.forget();
    while (!signal.aborted) {
      const rung = bell.next();
      await passes(() => pass(isOurs));
      signals.onAdvanced();
      bell.answer();
      if (!signal.aborted) await untilTimer(rung);
    }
    followers.rest();
    signal.removeEventListener('abort', bell.ring);
  };

  /** Until somebody rings, or by a running clock until the next scheduled message is due. */
  const untilTimer = async (rung: Promise<void>): Promise<void> => {
    const time = await timeToNextTimer(desk).catch(() => undefined);
    const timer = time === undefined ? undefined : setTimeout(bell.ring, Math.min(Math.max(time, 0), longestTimer));
    await rung;
    clearTimeout(timer);
  };

  const pass = async (isOurs: () => boolean): Promise<void> => {
    try {
      await followers.advance(isOurs);
      await runPolicies(desk, isOurs);
      await runDueTimers(desk, isOurs);
      await followers.advance(isOurs);
    } catch (error) {
      if (isOurs()) signals.onTrouble(error);
    }
  };

  const between = async <T>(change: () => Promise<T>): Promise<T> => {
    interruptions += 1;
    try {
      return await passes(change);
    } finally {
      interruptions -= 1;
      bell.ring();
    }
  };

  const settled = async (): Promise<Waiting[]> => {
    for (;;) {
      await queue.idle();
      const answered = bell.answered();
      if (await isCaughtUp(desk)) return waitingConsumers(desk);
      bell.ring();
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience))]);
    }
  };

  const retry = async (readModelId: string): Promise<void> => {
    await forgetStops(run, readModelId);
    bell.ring();
  };

  return {
    work,
    wake: bell.ring,
    heardOfAdvance: bell.answer,
    retry,
    control: (readModelId, control) => between(() => controlReadModel(run, readModelId, control)),
    controlPolicy: (policyId, control) => between(() => controlPolicy(run, policyId, control)),
    enrol: (before) => enrolPolicies(run, before),
    between,
    settled,
  };
};

const forgetStops = async (run: Run, readModelId: string): Promise<void> => {
  const stops = readyVersions(run).filter((one) => readModelIdOf(one) === readModelId);
  const { workers } = await lifeCycleOf(run.store, readModelId);
  const shares = stops.flatMap((readModel) => sharesOf(readModel, workers));
  const checkpoints = shares.map(({ stop }) => ({ consumer: stop, position: 0 }));
  if (checkpoints.length > 0) await run.store.storeDocuments([], { checkpoints });
};

/** Whether every policy and asynchronous read model that moves by itself has seen all that is stored. */
const isCaughtUp = async (desk: PolicyDesk): Promise<boolean> => {
  const { run } = desk;
  const end = await run.store.lastPosition();
  const lifeCycles = await readLifeCycles(run.store);
  const isDone = async (policy: RunningPolicy): Promise<boolean> => {
    const lifeCycle = lifeCycles.get(policy.id) ?? usualLifeCycle;
    if (lifeCycle.asked) return false;
    if (lifeCycle.pace.kind === 'paused') return true;
    const shares = policySharesOf(run, policy, lifeCycle.workers);
    return lifeCycle.hasFaults ? isDoneWithFaults(run.store, lifeCycle, shares) : haveReached(run.store, shares, end);
  };
  const areDone = await Promise.all([...readyPolicies(run).map(isDone), haveFollowed(run, end)]);
  return areDone.every(Boolean) && !(await hasDueTimers(desk));
};
