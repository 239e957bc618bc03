import { withChance } from './chance.ts';
import { isMistake, stateOf } from './handleCommand.ts';
import type { PolicyModule, ReadModelModule } from './Model.ts';
import { asJson, copyOf, type Json, messageOf, type RecordedEvent } from './messages.ts';
import { actionOf, deciderOfProcess, type ProcessModule } from './processes.ts';
import { documentIdsOf, evolveDocument } from './readModels.ts';
import { deciderIn, policyIn, processIn, readModelIn, translationIn } from './shapes.ts';

export type Message = { type: string; data: Json };
type Made = { type: string; data?: unknown; metadata?: { dueAt?: string } };
type Result = { events: Message[] } | { refused: string };

/** A given event as if it had been recorded. */
const recorded = ({ type, data }: Message, index: number): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId: `given/${index + 1}`,
    streamName: 'given',
    streamPosition: BigInt(index + 1),
    globalPosition: BigInt(index + 1),
    recordedAt: '2026-01-01T00:00:00.000Z',
    schemaVersion: 1,
  },
});

const listOf = (made: unknown): Made[] =>
  made === undefined || made === null ? [] : ((Array.isArray(made) ? made : [made]) as Made[]);

const asMessages = (made: unknown): Message[] => listOf(made).map(({ type, data }) => ({ type, data: asJson(data) }));

/** Given events, when a command at a time: the events, or why it was refused. A mistake in the code is thrown. */
export const decided = (code: object, given: Message[], when: Message, now: string): Result => {
  const decider = deciderIn(code);
  const state = stateOf(decider, given.map(recorded));
  const command = { ...structuredClone(when), metadata: { now: new Date(now) } };
  try {
    return { events: asMessages(withChance(Date.parse(now), 'specification', () => decider.decide(command, state))) };
  } catch (error) {
    if (isMistake(error)) throw error;
    return { refused: messageOf(error) };
  }
};

/** Given events: all documents, by their ids. */
export const projected = (
  { code, deafTo }: Pick<ReadModelModule, 'code' | 'deafTo'>,
  given: Message[],
): { [documentId: string]: Json } => {
  const readModel = readModelIn(code, deafTo);
  const documents = new Map<string, Json>();
  for (const event of given.map(recorded)) {
    if (!readModel.hears.has(event.type)) continue;
    for (const id of documentIdsOf(readModel, event))
      documents.set(id, evolveDocument(readModel, documents.get(id) ?? null, event));
  }
  return Object.fromEntries([...documents].filter(([, document]) => document !== null));
};

/** What a policy asks for, or a translation publishes, when it hears an event. */
export const answered = (
  { code, publishes }: Pick<PolicyModule, 'code' | 'publishes'>,
  when: Message,
  now: string,
): object[] => {
  const react = publishes ? translationIn(code) : policyIn(code);
  const made = withChance(Date.parse(now), 'specification', () => react(copyOf(recorded(when, 0))));
  return asMessages(made).map((message) => ({ action: publishes ? 'record' : 'send', ...message }));
};

/** What a process manager does, given what it has heard and recorded, when it hears an event or a message is due. */
export const proceeded = (
  policy: ProcessModule,
  given: Message[],
  { isDue, ...when }: Message & { isDue?: boolean },
  now: string,
): object[] => {
  const event = recorded(when, given.length);
  if (!isDue && !processIn(policy.code).getWorkflowId(copyOf(event))) return [];
  const decider = deciderOfProcess(policy);
  const state = stateOf(decider, given.map(recorded));
  const metadata = { messageId: event.metadata.eventId, now: new Date(now), ...(isDue ? { dueAt: now } : {}) };
  const command = { ...structuredClone(when), metadata };
  return listOf(withChance(Date.parse(now), 'specification', () => decider.decide(command, state))).flatMap(outputOf);
};

const outputOf = ({ type, data, metadata }: Made): object[] => {
  const known = actionOf(type);
  switch (known?.action) {
    case undefined:
      return [{ action: 'record', type, data: asJson(data) }];
    case 'sent':
      return [{ action: 'send', type: known?.type, data: asJson(data) }];
    case 'scheduled':
      return [{ action: 'schedule', type: known?.type, data: asJson(data), dueAt: metadata?.dueAt }];
    case 'cancelled':
      return [{ action: 'cancel', type: known?.type }];
    case 'completed':
      return [{ action: 'complete' }];
    case 'received':
    case 'due':
      return [];
  }
};
