import type { RecordedEvent } from '#event-store';
import { processPartsOf } from '#model';
import { type IssuedCommand, isAnyRead } from '#sandbox';
import { type HandedEvent, handedEvents } from './handedEvents.ts';
import type { DealingDesk, PolicyDesk } from './policies.ts';
import { chainTo, mostPolicyCommands } from './policyChain.ts';
import { policyCommandId } from './policyCommandId.ts';
import { handEventOver, isProcess, isStreamOf, type ProcessPolicy } from './processes.ts';
import type { RunningPolicy } from './Run.ts';
import { reactRequestOf } from './reactRequestOf.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import { isTranslation, type Translation, translateEvent } from './translations.ts';

/** A process manager does not hear what it says itself; what it asks for is sent from its stream. */
export const concerns = (policy: RunningPolicy, event: RecordedEvent): boolean =>
  isProcess(policy) && isStreamOf(policy, event.metadata.streamName)
    ? processPartsOf(event.type)?.action === 'sent'
    : isAnyRead(event, (type) => policy.hears.includes(type));

/** What a policy is handed of a stored event, which may be read as several. */
export const handedTo = (policy: RunningPolicy, event: RecordedEvent): HandedEvent[] =>
  handedEvents(event).filter((handed) => concerns(policy, handed.event));

/** Answers whether the policy has dealt with all that it was handed of an event. */
export const answerHanded = async (
  desk: DealingDesk,
  policy: RunningPolicy,
  all: readonly HandedEvent[],
): Promise<boolean> => {
  for (const handed of all) if (!(await answerOne(desk, policy, handed))) return false;
  return true;
};

const answerOne = (desk: DealingDesk, policy: RunningPolicy, handed: HandedEvent): Promise<boolean> => {
  if (isTranslation(policy)) return translate(desk, policy, handed);
  return isProcess(policy) ? proceed(desk, policy, handed) : react(desk, policy.id, handed);
};

const translate = async (desk: DealingDesk, translation: Translation, handed: HandedEvent): Promise<boolean> => {
  const error = await translateEvent(desk.run, desk.publish, translation, handed);
  if (error) desk.stop(translation.id, handed.event, error);
  return !error;
};

const proceed = async (desk: DealingDesk, process: ProcessPolicy, handed: HandedEvent): Promise<boolean> => {
  const { event } = handed;
  if (isStreamOf(process, event.metadata.streamName)) {
    const type = processPartsOf(event.type)?.type ?? '';
    await issue(desk, process.id, handed, { type, data: event.data, number: 1 });
    return true;
  }
  const error = await handEventOver(desk.run, desk.send, process, handed);
  if (error) desk.stop(process.id, event, error);
  return !error;
};

const react = async (desk: DealingDesk, policyId: string, handed: HandedEvent): Promise<boolean> => {
  const reply = await desk.run.sandbox.react(reactRequestOf(policyId, handed));
  if (reply.kind === 'threw') {
    if (isOfSandbox(reply.error)) throw new SandboxLost(reply.error.message);
    desk.stop(policyId, handed.event, reply.error);
    return false;
  }
  for (const [index, command] of reply.commands.entries())
    if (!(await issue(desk, policyId, handed, { ...command, number: index + 1 }))) return true;
  return true;
};

/** Answers false where the chain has grown too long: the rest of the answer stays unsent. */
const issue = async (
  desk: PolicyDesk,
  policyId: string,
  { event, messageId }: HandedEvent,
  { type, data, metadata, number }: IssuedCommand & { number: number },
): Promise<boolean> => {
  const { run, chains } = desk;
  const { eventId } = event.metadata;
  const commandId = policyCommandId(policyId, messageId, number);
  const correlationId = event.metadata.correlationId ?? eventId;
  const known = await run.store.commandRecord(commandId);
  if (known && known.outcome.kind !== 'unknown') return true;
  if ((await chains.countOf(correlationId)) >= mostPolicyCommands) {
    desk.onLoop({ policyId, chain: await chainTo(run.store, event) });
    return false;
  }
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
  // Only what was sent: a worker that died before it comes to it again.
  if (!known) await chains.add(correlationId);
  return true;
};
