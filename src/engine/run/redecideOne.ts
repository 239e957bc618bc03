import type { CommandRecord, RecordedEvent } from '#event-store';
import { type Ending, type NamesToday, outputsOf } from '#model';
import { decideCommand, handedEvents, policyCommandId, type Run, reactRequestOf } from '#runtime';
import { type CodeError, type DecidedEvent, eventsReadFrom } from '#sandbox';
import { handedType, type RecordedCase } from './recordedCases.ts';
import { whoDecides } from './whoDecides.ts';

type Reaction = Extract<RecordedCase, { kind: 'reaction' }>;
type EndingNow = Ending | { stoppedBy: CodeError };

const told = ({ type, data }: { type: string; data: unknown }) => ({ type, data });
const sent = ({ type, data }: Pick<CommandRecord, 'type' | 'data'>) => ({ action: 'send' as const, type, data });

/** What came of it when it was recorded. */
export const endingThen = async (run: Run, one: RecordedCase): Promise<Ending> => {
  if (one.kind === 'reaction') return { kind: 'answered', outputs: one.sent.map(sent) };
  const { outcome } = one.record;
  switch (outcome.kind) {
    case 'appended': {
      const events = (await storedBy(run, one.record, outcome.eventIds)).flatMap(eventsReadFrom);
      return one.kind === 'delivery'
        ? { kind: 'answered', outputs: outputsOf(events) }
        : { kind: 'appended', events: events.map(told) };
    }
    case 'rejected':
    case 'failed':
      return { kind: outcome.kind, message: outcome.message };
    default:
      return { kind: 'conflict' };
  }
};

/** They stand right behind the version that was decided on, but for a command that was stored unchecked. */
const storedBy = async (
  { store }: Run,
  { stream, decidedOnVersion }: CommandRecord,
  eventIds: string[],
): Promise<RecordedEvent[]> => {
  if (eventIds.length === 0) return [];
  const from = decidedOnVersion + 1;
  const { events } = await store.readStream(stream, { from, limit: eventIds.length });
  if (events[0]?.metadata.eventId === eventIds[0]) return events;
  const all = await store.readStream(stream, { from });
  return all.events.filter(({ metadata }) => eventIds.includes(metadata.eventId));
};

/** What would come of it on the present code. */
export const endingNow = (run: Run, one: RecordedCase, names: NamesToday): Promise<EndingNow> =>
  one.kind === 'reaction' ? reactionNow(run, one) : decisionNow(run, one, names);

const noDecider: Ending = { kind: 'failed', message: 'No decider takes this command any more.' };

/** A conflict stays one unless the command is refused before anybody looks at versions. */
const decisionNow = async (
  run: Run,
  { kind, record }: Exclude<RecordedCase, Reaction>,
  names: NamesToday,
): Promise<EndingNow> => {
  const { outcome, decidedOnVersion: version } = record;
  const handed = kind === 'delivery' ? await handedToday(run, record, names) : [called(record, names)];
  const [today, ...more] = handed;
  if (!today) return { kind: 'answered', outputs: [] };
  const command = { ...record, ...today };
  const deciderId = whoDecides(run.program(), command);
  const module = run.program().modules.get(deciderId);
  if (!module) return outcome.kind === 'failed' ? endingThen(run, { kind, record }) : noDecider;
  if (module.kind === 'broken') return { stoppedBy: module.error };
  if (kind === 'delivery')
    for (const index of handed.keys()) {
      const other = await addressedNow(run, record, names, index);
      if (other) return other;
    }
  if (outcome.kind === 'conflict' && outcome.actual < version) return { kind: 'conflict' };
  const toDecide = { ...command, deciderId, now: Date.parse(record.receivedAt), expectation: version };
  const reply = await decideCommand(run, toDecide, { version, ...(record.onDeleted && { isNew: true }) });
  if (reply.kind === 'threw') return endingOf(reply.error);
  if (outcome.kind === 'conflict') return { kind: 'conflict' };
  return kind === 'delivery'
    ? proceedingNow(run, { ...record, deciderId }, more, reply.events)
    : { kind: 'appended', events: reply.events.map(told) };
};

/**
 * What a delivery is read as beside its first event is handed over one after the other, each to the state that the ones
 * before it have led to.
 */
const proceedingNow = async (
  run: Run,
  record: CommandRecord & { deciderId: string },
  more: readonly Called[],
  first: DecidedEvent[],
): Promise<EndingNow> => {
  const { stream, decidedOnVersion: to, deciderId: moduleId, origin } = record;
  if (more.length === 0 || !('eventId' in origin)) return { kind: 'answered', outputs: outputsOf(first) };
  const { events } = to > 0 ? await run.store.readStream(stream, { to, deleted: 'included' }) : { events: [] };
  const decided = [...first];
  for (const [index, { type, data }] of more.entries()) {
    const messageId = `${origin.eventId}#${index + 2}`;
    const commandId = policyCommandId(origin.policyId, messageId, 0);
    const reply = await run.sandbox.specify({
      moduleId,
      given: [
        ...(record.onDeleted ? [] : events),
        ...decided.map(({ type: stored, data: kept }) => ({ type: stored, data: kept })),
      ],
      command: { type, data, metadata: { ...record.metadata, messageId, commandId } },
      now: Date.parse(record.receivedAt),
      seed: commandId,
    });
    if (reply.kind === 'threw') return endingOf(reply.error);
    decided.push(...reply.events);
  }
  return { kind: 'answered', outputs: outputsOf(decided) };
};

type Called = Pick<CommandRecord, 'type' | 'data'>;

const called = ({ type, data }: CommandRecord, names: NamesToday): Called => ({ type: names.command(type), data });

/** As the process's stream hands it to the present code: what it is read as, under its name and with the fields of today. */
const handedToday = async (run: Run, record: CommandRecord, names: NamesToday): Promise<Called[]> => {
  const { outcome, type, data } = record;
  const [stored] = outcome.kind === 'appended' ? await storedBy(run, record, outcome.eventIds.slice(0, 1)) : [];
  if (!stored) return [{ type: names.event(type), data }];
  return eventsReadFrom(stored).map((one) => ({ type: names.event(handedType(one.type)), data: one.data }));
};

/**
 * Where the process manager's code would have the event go today, or the one so many behind it that is read from the
 * same stored one, where that is another stream than it went to. What it has scheduled itself comes back to the stream
 * that it is from.
 */
const addressedNow = async (
  run: Run,
  record: CommandRecord,
  names: NamesToday,
  index: number,
): Promise<EndingNow | undefined> => {
  const { origin, stream, metadata } = record;
  const policy = 'policyId' in origin ? run.program().policies.find(({ id }) => id === origin.policyId) : undefined;
  if (!policy?.process || !('eventId' in origin) || metadata.dueAt !== undefined) return undefined;
  const event = await eventBefore(run, record, origin.eventId);
  if (!event) return undefined;
  const all = handedEvents(event);
  const one = all[all.findIndex(({ messageId }) => messageId === (metadata.messageId ?? origin.eventId)) + index];
  if (!one) return { kind: 'elsewhere', stream: null };
  const asToday = { ...one.event, type: names.event(one.event.type) };
  const reply = await run.sandbox.address({ moduleId: policy.id, event: asToday });
  if (reply.kind === 'threw') return endingOf(reply.error);
  const now = reply.workflowId === null ? null : `${policy.process.category}-${reply.workflowId}`;
  return now === stream ? undefined : { kind: 'elsewhere', stream: now };
};

/** Code that was stopped says nothing of any other case either. */
const endingOf = (error: CodeError): EndingNow => {
  if (error.name === 'TimeoutError' || error.name === 'SandboxLostError') return { stoppedBy: error };
  return { kind: error.isFailure ? 'failed' : 'rejected', message: error.message };
};

/** A policy answers soon: its event lies not far before its first command. */
const furthestBack = 200;

const eventBefore = async (
  { store }: Run,
  { afterPosition }: CommandRecord,
  eventId: string,
): Promise<RecordedEvent | undefined> => {
  const from = Math.max(1, afterPosition - furthestBack + 1);
  const { events } = await store.readAll({ from, limit: Math.max(1, afterPosition - from + 1), archived: 'included' });
  return events.findLast(({ metadata }) => metadata.eventId === eventId);
};

const reactionNow = async (run: Run, { policyId, eventId, record, ...one }: Reaction): Promise<EndingNow> => {
  const module = run.program().modules.get(policyId);
  if (module?.kind === 'broken') return { stoppedBy: module.error };
  const event = await eventBefore(run, record, eventId);
  // Of one that is too far away nothing is known: it counts as it is recorded.
  if (!event) return { kind: 'answered', outputs: one.sent.map(sent) };
  const handed = handedEvents(event);
  const hears = run.program().policies.find(({ id }) => id === policyId)?.hears;
  const outputs: ReturnType<typeof sent>[] = [];
  for (const one of handed) {
    if (handed.length > 1 && !hears?.includes(one.event.type)) continue;
    const reply = await run.sandbox.react(reactRequestOf(policyId, one));
    if (reply.kind === 'threw') return endingOf(reply.error);
    outputs.push(...reply.commands.map(sent));
  }
  return { kind: 'answered', outputs };
};
