import type { Checkpoint, RecordedEvent } from '#event-store';
import { processPartsOf } from '#model';
import type { CodeError, IssuedCommand } from '#sandbox';
import type { Clock } from './clock.ts';
import { chainTo, type createChainCounter, mostPolicyCommands } from './policyChain.ts';
import { policyCommandId } from './policyCommandId.ts';
import { handEventOver, isProcess, isStreamOf, type ProcessPolicy } from './processes.ts';
import type { Run, RunningProgram, SendCommand } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import { isTranslation, type Publish, type Translation, translateEvent } from './translations.ts';

/** A policy's checkpoint is its own, not its code's: changed code never reacts again to what has been. */
export const policyConsumer = (policyId: string): string => `policy/${policyId}`;
const knownConsumer = (policyId: string): string => `policy/${policyId}/known`;

export type PolicyDesk = {
  run: Run;
  send: SendCommand;
  publish: Publish;
  clock: Clock;
  chains: ReturnType<typeof createChainCounter>;
  onLoop: (loop: { policyId: string; chain: string[] }) => void;
  /** The policy waits at this event until its code changes; others go on. */
  stop: (policyId: string, event: RecordedEvent, error: CodeError) => void;
  /** Policies that wait, with the code that broke: other code tries again. */
  stopped: Map<string, { hash: string }>;
};

type Policies = RunningProgram['policies'];

/**
 * A policy that comes to a run with a history does not react to it: it starts at the end. The same goes for one that
 * was switched off or taken from the wall for a while. Whichever tab hears of it first enrols it, for all of them.
 */
export const enrolPolicies = async (run: Run, before: Policies): Promise<void> => {
  const { policies } = run.program();
  const leaves = ({ id, isOn }: Policies[number]): boolean =>
    isOn && !policies.some((one) => one.id === id && one.isOn);
  const away = new Set(before.filter(leaves).map(({ id }) => id));
  const end = await run.store.lastPosition();
  const checkpoints: Checkpoint[] = [...away].map((id) => ({ consumer: knownConsumer(id), position: 0 }));
  const staying = policies.filter(({ isOn }) => isOn);
  const known = await Promise.all(staying.map(({ id }) => run.store.checkpoint(knownConsumer(id))));
  for (const [index, { id }] of staying.entries()) {
    if ((known[index] ?? 0) > 0) continue;
    checkpoints.push({ consumer: policyConsumer(id), position: end }, { consumer: knownConsumer(id), position: 1 });
  }
  if (checkpoints.length > 0) await run.store.storeDocuments([], { checkpoints });
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

/** Runs all policies through what is new, event by event, each policy in the order of the wall. */
export const runPolicies = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<void> => {
  const { store } = desk.run;
  for (;;) {
    const policies = movingPolicies(desk);
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

/** A process manager does not hear what it says itself; what it asks for is sent from its stream. */
const concerns = (policy: Policies[number], { type, metadata }: RecordedEvent): boolean =>
  isProcess(policy) && isStreamOf(policy, metadata.streamName)
    ? processPartsOf(type)?.action === 'sent'
    : policy.hears.includes(type);

/** Answers whether the policy has dealt with the event. */
const answer = (desk: PolicyDesk, policy: Policies[number], event: RecordedEvent): Promise<boolean> => {
  if (isTranslation(policy)) return translate(desk, policy, event);
  return isProcess(policy) ? proceed(desk, policy, event) : react(desk, policy.id, event);
};

const translate = async (desk: PolicyDesk, translation: Translation, event: RecordedEvent): Promise<boolean> => {
  const error = await translateEvent(desk.run, desk.publish, translation, event);
  if (error) desk.stop(translation.id, event, error);
  return !error;
};

const proceed = async (desk: PolicyDesk, process: ProcessPolicy, event: RecordedEvent): Promise<boolean> => {
  if (isStreamOf(process, event.metadata.streamName)) {
    const type = processPartsOf(event.type)?.type ?? '';
    await issue(desk, process.id, event, { type, data: event.data, number: 1 });
    return true;
  }
  const error = await handEventOver(desk.run, desk.send, process, event);
  if (error) desk.stop(process.id, event, error);
  return !error;
};

const react = async (desk: PolicyDesk, policyId: string, event: RecordedEvent): Promise<boolean> => {
  const { eventId, recordedAt } = event.metadata;
  const reply = await desk.run.sandbox.react({
    moduleId: policyId,
    event,
    now: Date.parse(recordedAt),
    seed: policyCommandId(policyId, eventId, 0),
  });
  if (reply.kind === 'threw') {
    if (isOfSandbox(reply.error)) throw new SandboxLost(reply.error.message);
    desk.stop(policyId, event, reply.error);
    return false;
  }
  for (const [index, command] of reply.commands.entries())
    if (!(await issue(desk, policyId, event, { ...command, number: index + 1 }))) return true;
  return true;
};

/** Answers false where the chain has grown too long: the rest of the answer stays unsent. */
const issue = async (
  desk: PolicyDesk,
  policyId: string,
  event: RecordedEvent,
  { type, data, metadata, number }: IssuedCommand & { number: number },
): Promise<boolean> => {
  const { run, chains } = desk;
  const { eventId } = event.metadata;
  const commandId = policyCommandId(policyId, eventId, number);
  const correlationId = event.metadata.correlationId ?? eventId;
  const known = await run.store.commandRecord(commandId);
  if (known && known.outcome.kind !== 'unknown') return true;
  if ((await chains.countOf(correlationId)) >= mostPolicyCommands) {
    desk.onLoop({ policyId, chain: await chainTo(run.store, event) });
    return false;
  }
  if (!known) await chains.add(correlationId);
  await desk.send({
    commandId,
    type,
    data,
    metadata: metadata ?? {},
    origin: { kind: 'policy', policyId, eventId },
    correlationId,
    causationId: eventId,
    ...run.program().addressOf({ type, data }),
    expectation: 'latest',
  });
  return true;
};
