import type { Checkpoint, RecordedEvent } from '#event-store';
import type { CodeError } from '#sandbox';
import { answerHanded, concerns, handedTo } from './answerEvent.ts';
import type { Clock } from './clock.ts';
import { forgetFaults } from './faults/faultDesk.ts';
import { runFaultyPolicies } from './faults/policyFaults.ts';
import { storedFirst } from './fences.ts';
import type { HandedEvent } from './handedEvents.ts';
import { changeLife, type LifeCycle, lifeCycleOf, readLifeCycles, usualLifeCycle } from './lifeCycle.ts';
import type { createChainCounter } from './policyChain.ts';
import { policyConsumer } from './policyConsumer.ts';
import type { Run, RunningPolicy, RunningProgram, SendCommand } from './Run.ts';
import { readyPolicies } from './readyPolicies.ts';
import { stoppedShares } from './shares/Part.ts';
import { type IsLeftOut, leftOutFrom } from './together/leftOutOfPolicy.ts';
import { forgetShares, stopsOf, wholePolicy } from './together/PolicyShare.ts';
import { runTogether } from './together/runTogether.ts';
import { withinShare } from './together/withinShare.ts';
import type { Publish } from './translations.ts';
import type { Workflows } from './workflows.ts';

const knownConsumer = (policyId: string): string => `policy/${policyId}/known`;

/** A policy's code broke at an event; of one that several workers share, this stopped one partition alone. */
export type PolicyFailure = { policyId: string; event: RecordedEvent; error: CodeError; partition?: number };

export type PolicyDesk = {
  run: Run;
  send: SendCommand;
  publish: Publish;
  clock: Clock;
  chains: ReturnType<typeof createChainCounter>;
  workflows: Workflows;
  onLoop: (loop: { policyId: string; chain: string[] }) => void;
  /** One that does not follow as usual has moved: its events come with faults, are shared out or handed over by hand. */
  onPolicy: (policyId: string) => void;
  onPolicyFailure: (failure: PolicyFailure) => void;
};

/** While a policy is handed something: its code broke at it. */
export type DealingDesk = PolicyDesk & { stop: (policyId: string, event: RecordedEvent, error: CodeError) => void };

/**
 * A policy that comes to a run with a history does not react to it: it starts at the end. The same goes for one that
 * was switched off or taken from the wall for a while. Whichever tab hears of it first enrols it, for all of them.
 */
export const enrolPolicies = async (run: Run, before: RunningProgram): Promise<void> => {
  await forgetStopsOfOtherCode(run);
  const { policies } = run.program();
  const leaves = ({ id, isOn }: RunningPolicy): boolean => isOn && !policies.some((one) => one.id === id && one.isOn);
  const away = new Set(before.policies.filter(leaves).map(({ id }) => id));
  const end = await run.store.lastPosition();
  const checkpoints: Checkpoint[] = [...away].map((id) => ({ consumer: knownConsumer(id), position: 0 }));
  const staying = policies.filter(({ isOn }) => isOn);
  const known = await Promise.all(staying.map(({ id }) => run.store.checkpoint(knownConsumer(id))));
  for (const [index, policy] of staying.entries()) {
    const { id } = policy;
    if ((known[index] ?? 0) > 0) continue;
    checkpoints.push({ consumer: policyConsumer(id), position: end }, { consumer: knownConsumer(id), position: 1 });
    await beginAnew(run, policy);
  }
  if (checkpoints.length > 0) await run.store.storeDocuments([], { checkpoints });
};

/** By policy: wherever it may have stopped with the code that it had here last. */
const knownStops = 'policy-stops';

/**
 * What other code stopped at is long gone by, should that come back. Known by the run, as code also changes while another
 * one is open.
 */
const forgetStopsOfOtherCode = async (run: Run): Promise<void> => {
  const { store } = run;
  const known = new Map((await store.documents(knownStops)).map(({ documentId, document }) => [documentId, document]));
  const changed = run.program().policies.flatMap((policy) => {
    const [before, now] = [(known.get(policy.id) ?? []) as string[], stopsOf(run, policy)];
    const gone = before.filter((stop) => !now.includes(stop));
    return gone.length > 0 || before.length === 0 ? [{ documentId: policy.id, document: now, gone }] : [];
  });
  if (changed.length === 0) return;
  const stops = changed.flatMap(({ gone }) => gone);
  await store.storeDocuments(
    changed.map(({ documentId, document }) => ({ projection: knownStops, documentId, document })),
    { clear: stops, checkpoints: stops.map((consumer) => ({ consumer, position: 0 })) },
  );
};

/** A plan of faults is one for a history that it did not hear, and so is what its partitions stopped at. */
const beginAnew = async (run: Run, policy: RunningPolicy): Promise<void> => {
  const { store } = run;
  const lifeCycle = await lifeCycleOf(store, policy.id);
  await store.storeDocuments([], forgetShares(run, policy));
  if (!lifeCycle.hasFaults) return;
  await changeLife(
    store,
    policy.id,
    () => usualLifeCycle,
    () => forgetFaults(store, policy.id),
  );
};

const pageSize = 200;

/** Runs all policies through what is new, first those that one worker hands its events as it should be. */
export const runPolicies = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<void> => {
  if (readyPolicies(desk.run).length === 0) return;
  do await runInOrder(desk, isStillOurs);
  while ((await runTogether(desk, isStillOurs)) || (await runFaultyPolicies(desk, isStillOurs)));
};

/** Event by event, each policy in the order of the wall. */
const runInOrder = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<void> => {
  const { store } = desk.run;
  for (;;) {
    const policies = await policiesInOrder(desk);
    const checkpoints = new Map(
      await Promise.all(policies.map(async ({ id }) => [id, await store.checkpoint(policyConsumer(id))] as const)),
    );
    if (policies.length === 0 || !isStillOurs()) return;
    const from = Math.min(...checkpoints.values()) + 1;
    const { events } = await store.readAll({ from, limit: pageSize });
    if (events.length === 0) return;
    if (!(await runPage(desk, events, checkpoints, isStillOurs))) return;
  }
};

/** Those that one worker hands its events as it should be, and that have not stopped. */
const policiesInOrder = async ({ run }: PolicyDesk): Promise<RunningPolicy[]> => {
  const lifeCycles = await readLifeCycles(run.store);
  const usual = readyPolicies(run).filter(({ id }) => isAsUsual(lifeCycles.get(id) ?? usualLifeCycle));
  const stopped = await stoppedShares(
    run.store,
    usual.map((policy) => wholePolicy(run, policy)),
  );
  return usual.filter(({ id }) => !stopped.some(({ policy }) => policy.id === id));
};

const isAsUsual = ({ pace, hasFaults, workers }: LifeCycle): boolean =>
  pace.kind !== 'paused' && !hasFaults && !workers;

/** Behind an event that somebody answered, whoever was paused meanwhile stops. Answers whether to go on. */
const runPage = async (
  desk: PolicyDesk,
  events: RecordedEvent[],
  checkpoints: Map<string, number>,
  isStillOurs: () => boolean,
): Promise<boolean> => {
  const { store } = desk.run;
  let kept = new Map(checkpoints);
  const leftOut = new Map<string, IsLeftOut>();
  for (const id of checkpoints.keys()) leftOut.set(id, await leftOutFrom(store, id));
  for (const event of events) {
    if (!isStillOurs()) return false;
    const { globalPosition: position } = event.metadata;
    let hasReacted = false;
    for (const policy of readyPolicies(desk.run)) {
      if ((checkpoints.get(policy.id) ?? Number.POSITIVE_INFINITY) >= position) continue;
      const all = concerns(policy, event) ? handedTo(policy, event) : [];
      const handed = all.filter(({ messageId }) => !leftOut.get(policy.id)?.(position, messageId));
      if (handed.length > 0) {
        hasReacted = true;
        if (!(await answerInOrder(desk, policy, handed, position))) {
          checkpoints.delete(policy.id);
          continue;
        }
      }
      checkpoints.set(policy.id, position);
    }
    if (!hasReacted) continue;
    if (!(await keep(desk, kept, checkpoints))) return true;
    kept = new Map(checkpoints);
    const lifeCycles = await readLifeCycles(store);
    for (const id of checkpoints.keys()) if (!isAsUsual(lifeCycles.get(id) ?? usualLifeCycle)) checkpoints.delete(id);
    if (checkpoints.size === 0) return true;
  }
  await keep(desk, kept, checkpoints);
  return true;
};

const answerInOrder = (
  desk: PolicyDesk,
  policy: RunningPolicy,
  handed: HandedEvent[],
  position: number,
): Promise<boolean> =>
  withinShare(desk, wholePolicy(desk.run, policy), position, (given) => answerHanded(given, policy, handed));

/** Not where one stands elsewhere meanwhile, as it was switched off and on again: all are asked for anew then. */
const keep = (
  { run }: PolicyDesk,
  kept: ReadonlyMap<string, number>,
  checkpoints: ReadonlyMap<string, number>,
): Promise<boolean> => {
  const at = (id: string, position: number): Checkpoint => ({ consumer: policyConsumer(id), position });
  return storedFirst(() =>
    run.store.storeDocuments([], {
      checkpoints: [...checkpoints].map(([id, position]) => at(id, position)),
      basedOn: [...checkpoints.keys()].map((id) => at(id, kept.get(id) ?? 0)),
    }),
  );
};
