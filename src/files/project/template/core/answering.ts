import { withChance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { PolicyModule } from './Model.ts';
import {
  asJson,
  type CommandToSend,
  copyOf,
  type Json,
  type JsonObject,
  type NewEvent,
  type Outcome,
  type RecordedEvent,
} from './messages.ts';
import { policyCommandId } from './policyCommandId.ts';
import { actionOf } from './processes.ts';
import { type Store, VersionConflict } from './Store.ts';
import { policyIn, processIn, translationIn } from './shapes.ts';

/** More commands of policies than this from one start are taken for a loop. */
const mostPolicyCommands = 25;

export type Desk = {
  store: Store;
  clock: Clock;
  schemaVersionOf(eventType: string): number;
  send(command: CommandToSend): Promise<Outcome>;
  /** To a stream of a process manager. */
  handOver(policy: PolicyModule, stream: string, command: CommandToSend): Promise<Outcome>;
  say(sentence: string): void;
};

type Made = { type: string; data?: unknown; metadata?: object };

/** A process manager does not hear what it says itself; what it asks for is sent from its stream. */
export const concerns = ({ hears, process }: PolicyModule, { type, metadata }: RecordedEvent): boolean =>
  process && metadata.streamName.startsWith(`${process.category}-`)
    ? actionOf(type)?.action === 'sent'
    : hears.includes(type);

/** The same event is answered the same each time: time and chance are the event's. */
const asked = (policy: PolicyModule, event: RecordedEvent, code: (event: unknown) => unknown): Made[] => {
  const { eventId, recordedAt } = event.metadata;
  const made = withChance(Date.parse(recordedAt), policyCommandId(policy.id, eventId, 0), () => code(copyOf(event)));
  return made === undefined || made === null ? [] : ((Array.isArray(made) ? made : [made]) as Made[]);
};

/** Answers events for policies, translations and process managers. Throws what their code throws. */
export const answering = (desk: Desk) => {
  const sentFrom = new Map<string, number>();

  const issue = async (
    policy: PolicyModule,
    { metadata }: RecordedEvent,
    made: Made,
    number: number,
  ): Promise<void> => {
    const { eventId, correlationId = eventId } = metadata;
    const count = (sentFrom.get(correlationId) ?? 0) + 1;
    if (count > mostPolicyCommands) {
      desk.say(`${policy.name} was stopped after ${mostPolicyCommands} commands of policies from one start.`);
      return;
    }
    await desk.send({
      commandId: policyCommandId(policy.id, eventId, number),
      type: made.type,
      data: asJson(made.data),
      ...(made.metadata ? { metadata: asJson(made.metadata) as JsonObject } : {}),
      correlationId,
    });
    // Counted once it has been answered: what is tried again is no new command.
    sentFrom.set(correlationId, count);
  };

  const proceed = async (policy: PolicyModule, event: RecordedEvent, category: string): Promise<void> => {
    const { eventId, streamName, correlationId = eventId } = event.metadata;
    const { type, data } = event;
    if (streamName.startsWith(`${category}-`))
      return issue(policy, event, { type: actionOf(type)?.type ?? '', data }, 1);
    const workflowId = processIn(policy.code).getWorkflowId(copyOf(event));
    if (workflowId === undefined || workflowId === null || workflowId === '') return;
    await handOver(desk, policy, {
      stream: `${category}-${workflowId}`,
      messageId: eventId,
      type,
      data,
      correlationId,
    });
  };

  return async (policy: PolicyModule, event: RecordedEvent): Promise<void> => {
    if (policy.publishes) return publish(desk, policy, event, policy.publishes);
    if (policy.process) return proceed(policy, event, policy.process.category);
    for (const [index, command] of asked(policy, event, policyIn(policy.code)).entries())
      await issue(policy, event, command, index + 1);
  };
};

type Handed = {
  stream: string;
  messageId: string;
  type: string;
  data: Json;
  correlationId: string;
  /** When it was due, ISO 8601: that is its time. */
  dueAt?: string;
};

/** An event, or a message whose time has come, to a stream of a process manager. */
export const handOver = async (desk: Desk, policy: PolicyModule, handed: Handed): Promise<void> => {
  const { stream, messageId, type, data, correlationId, dueAt } = handed;
  const outcome = await desk.handOver(policy, stream, {
    commandId: policyCommandId(policy.id, messageId, 0),
    type,
    data,
    metadata: { messageId, ...(dueAt === undefined ? {} : { dueAt }) },
    correlationId,
    ...(dueAt === undefined ? {} : { now: Date.parse(dueAt) }),
  });
  if (outcome.kind === 'failed' || outcome.kind === 'rejected') throw new Error(outcome.message);
};

type Publication = { stream: string; types: string[] };

const publish = async (desk: Desk, policy: PolicyModule, event: RecordedEvent, to: Publication): Promise<void> => {
  const made = asked(policy, event, translationIn(policy.code));
  const stranger = made.find(({ type }) => !to.types.includes(type));
  if (stranger) throw new TypeError(`translate returned ${stranger.type}, which no arrow leads to.`);
  const { eventId, correlationId = eventId } = event.metadata;
  const events = made.map(
    ({ type, data, metadata }, index): NewEvent => ({
      type,
      data: asJson(data),
      metadata: {
        ...(metadata ? (asJson(metadata) as JsonObject) : {}),
        correlationId,
        causationId: eventId,
        publishedBy: policy.id,
        eventId: `${policyCommandId(policy.id, eventId, 0)}/${index + 1}`,
        recordedAt: new Date(desk.clock.now()).toISOString(),
        schemaVersion: desk.schemaVersionOf(type),
      },
    }),
  );
  await appendOnce(desk.store, to.stream, events);
};

/** Public events are published once, however often their private one is delivered. */
const appendOnce = async (store: Store, stream: string, events: NewEvent[]): Promise<void> => {
  const isThere = ({ metadata }: RecordedEvent): boolean => metadata.eventId === events[0]?.metadata.eventId;
  while (events.length > 0) {
    const present = await store.readStream(stream);
    if (present.events.some(isThere)) return;
    try {
      return await store.append(stream, events, present.version);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
};
