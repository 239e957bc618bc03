import type { RecordedEvent } from '#event-store';
import type { CodeError } from '#sandbox';
import type { HandedEvent } from './handedEvents.ts';
import { policyCommandId } from './policyCommandId.ts';
import type { Run, RunningPolicy, SendCommand } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';

export type ProcessPolicy = RunningPolicy & { process: { category: string } };

export const isProcess = (policy: RunningPolicy): policy is ProcessPolicy => policy.process !== undefined;

export const isStreamOf = ({ process }: ProcessPolicy, stream: string): boolean =>
  stream.startsWith(`${process.category}-`);

/** What is handed over: an event, or a message whose time has come with the event that scheduled it. */
export type Handed = {
  messageId: string;
  /** The stored event that it comes from. */
  eventId: string;
  type: string;
  data: RecordedEvent['data'];
  correlationId: string;
  stream: string;
  /** When it was due, ISO 8601: that is its time. */
  dueAt?: string;
};

/**
 * The process decides on it as a decider does on a command, and what it asks for is stored in its own stream, in one
 * transaction with what it was handed. The same message twice has the same id, so the second one changes nothing.
 * Answers what broke, where something did.
 */
export const handOver = async (
  send: SendCommand,
  policyId: string,
  { messageId, eventId, type, data, correlationId, stream, dueAt }: Handed,
): Promise<CodeError | undefined> => {
  const outcome = await send({
    commandId: policyCommandId(policyId, messageId, 0),
    type,
    data,
    metadata: { messageId, ...(dueAt === undefined ? {} : { dueAt }) },
    origin: { kind: 'delivery', policyId, eventId },
    correlationId,
    causationId: eventId,
    ...(dueAt === undefined ? {} : { now: Date.parse(dueAt) }),
    stream,
    deciderId: policyId,
    expectation: 'latest',
  });
  if (outcome.kind === 'appended' || outcome.kind === 'conflict') return undefined;
  if (isOfSandbox(outcome.error)) throw new SandboxLost(outcome.error.message);
  return outcome.error;
};

/** An event that the process hears, to the stream that its code names; to none where it is not its business. */
export const handEventOver = async (
  run: Run,
  send: SendCommand,
  { id, process }: ProcessPolicy,
  { event, messageId }: HandedEvent,
): Promise<CodeError | undefined> => {
  const reply = await run.sandbox.address({ moduleId: id, event });
  if (reply.kind === 'threw') {
    if (isOfSandbox(reply.error)) throw new SandboxLost(reply.error.message);
    return reply.error;
  }
  if (reply.workflowId === null) return undefined;
  const { eventId, correlationId } = event.metadata;
  return handOver(send, id, {
    messageId,
    eventId,
    type: event.type,
    data: event.data,
    correlationId: correlationId ?? eventId,
    stream: `${process.category}-${reply.workflowId}`,
  });
};
