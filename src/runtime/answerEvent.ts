import type { RecordedEvent } from '#event-store';
import { processPartsOf } from '#model';
import type { IssuedCommand } from '#sandbox';
import type { PolicyDesk } from './policies.ts';
import { chainTo, mostPolicyCommands } from './policyChain.ts';
import { policyCommandId } from './policyCommandId.ts';
import { handEventOver, isProcess, isStreamOf, type ProcessPolicy } from './processes.ts';
import type { RunningPolicy } from './Run.ts';
import { reactRequestOf } from './reactRequestOf.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import { isTranslation, type Translation, translateEvent } from './translations.ts';

/** A process manager does not hear what it says itself; what it asks for is sent from its stream. */
export const concerns = (policy: RunningPolicy, { type, metadata }: RecordedEvent): boolean =>
  isProcess(policy) && isStreamOf(policy, metadata.streamName)
    ? processPartsOf(type)?.action === 'sent'
    : policy.hears.includes(type);

/** Answers whether the policy has dealt with the event. */
export const answer = (desk: PolicyDesk, policy: RunningPolicy, event: RecordedEvent): Promise<boolean> => {
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
  const reply = await desk.run.sandbox.react(reactRequestOf(policyId, event));
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
