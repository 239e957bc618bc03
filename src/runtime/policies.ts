import type { Checkpoint, EventStore, RecordedEvent } from '#event-store';
import type { CodeError } from '#sandbox';
import { answer, concerns } from './answerEvent.ts';
import type { Clock } from './clock.ts';
import { forgetFaults } from './faultDesk.ts';
import { changeOfLifeCycle, usualLifeCycle } from './lifeCycle.ts';
import type { createChainCounter } from './policyChain.ts';
import { policyConsumer } from './policyConsumer.ts';
import { readFaultyPolicies, runFaultyPolicies } from './policyFaults.ts';
import type { Run, RunningPolicy, SendCommand } from './Run.ts';
import type { Publish } from './translations.ts';

const knownConsumer = (policyId: string): string => `policy/${policyId}/known`;

export type PolicyDesk = {
  run: Run;
  send: SendCommand;
  publish: Publish;
  clock: Clock;
  chains: ReturnType<typeof createChainCounter>;
  onLoop: (loop: { policyId: string; chain: string[] }) => void;
  /** One whose events come with faults has been handed one. */
  onPolicy: (policyId: string) => void;
  /** The policy waits at this event until its code changes; others go on. */
  stop: (policyId: string, event: RecordedEvent, error: CodeError) => void;
  /** Policies that wait, with the code that broke: other code tries again. */
  stopped: Map<string, { hash: string }>;
};

/**
 * A policy that comes to a run with a history does not react to it: it starts at the end. The same goes for one that
 * was switched off or taken from the wall for a while. Whichever tab hears of it first enrols it, for all of them.
 */
export const enrolPolicies = async (run: Run, before: RunningPolicy[]): Promise<void> => {
  const { policies } = run.program();
  const leaves = ({ id, isOn }: RunningPolicy): boolean => isOn && !policies.some((one) => one.id === id && one.isOn);
  const away = new Set(before.filter(leaves).map(({ id }) => id));
  const end = await run.store.lastPosition();
  const checkpoints: Checkpoint[] = [...away].map((id) => ({ consumer: knownConsumer(id), position: 0 }));
  const staying = policies.filter(({ isOn }) => isOn);
  const known = await Promise.all(staying.map(({ id }) => run.store.checkpoint(knownConsumer(id))));
  for (const [index, { id }] of staying.entries()) {
    if ((known[index] ?? 0) > 0) continue;
    checkpoints.push({ consumer: policyConsumer(id), position: end }, { consumer: knownConsumer(id), position: 1 });
    await endFaults(run.store, id);
  }
  if (checkpoints.length > 0) await run.store.storeDocuments([], { checkpoints });
};

/** Its plan is one for a history that it did not hear. */
const endFaults = async (store: EventStore, policyId: string): Promise<void> => {
  if (!(await readFaultyPolicies(store)).has(policyId)) return;
  await forgetFaults(store, policyId);
  await store.storeDocuments([changeOfLifeCycle(policyId, usualLifeCycle)]);
};

/** Policies that can go on: broken ones wait for better code, and those that are off start at the end once they are on. */
export const movingPolicies = ({ run, stopped }: Pick<PolicyDesk, 'run' | 'stopped'>) => {
  const { policies, modules } = run.program();
  return policies.filter(({ id, isOn }) => {
    const module = modules.get(id);
    return isOn && module?.kind === 'ready' && stopped.get(id)?.hash !== module.hash;
  });
};

const pageSize = 200;

/** Runs all policies through what is new, first those that are handed their events as it should be. */
export const runPolicies = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<void> => {
  if (movingPolicies(desk).length === 0) return;
  do await runInOrder(desk, isStillOurs);
  while (await runFaultyPolicies(desk, movingPolicies(desk), isStillOurs));
};

/** Event by event, each policy in the order of the wall. */
const runInOrder = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<void> => {
  const { store } = desk.run;
  for (;;) {
    const faulty = await readFaultyPolicies(store);
    const policies = movingPolicies(desk).filter(({ id }) => !faulty.has(id));
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

/** Answers whether the page came to its end. */
const runPage = async (
  desk: PolicyDesk,
  events: RecordedEvent[],
  checkpoints: Map<string, number>,
  isStillOurs: () => boolean,
): Promise<boolean> => {
  for (const event of events) {
    if (!isStillOurs()) return false;
    const { globalPosition: position } = event.metadata;
    let hasReacted = false;
    for (const policy of movingPolicies(desk)) {
      if ((checkpoints.get(policy.id) ?? Number.POSITIVE_INFINITY) >= position) continue;
      if (concerns(policy, event)) {
        if (!(await answer(desk, policy, event))) continue;
        hasReacted = true;
      }
      checkpoints.set(policy.id, position);
    }
    if (hasReacted) await keep(desk, checkpoints);
  }
  await keep(desk, checkpoints);
  return true;
};

const keep = ({ run }: PolicyDesk, checkpoints: Map<string, number>): Promise<void> =>
  run.store.storeDocuments([], {
    checkpoints: [...checkpoints].map(([id, position]) => ({ consumer: policyConsumer(id), position })),
  });
