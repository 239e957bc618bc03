import { decodeTagged, encodeTagged } from '../codec.ts';
import { type ProcessAction, processType } from '../processStream.ts';
import { call, SandboxError } from './errors.ts';
import { construct, DateBase, isArray, slice } from './primordials.ts';
import type { Decider } from './shapes.ts';

type Message = { type: string; data: unknown; metadata?: unknown };
type Input = Message & { metadata: { now: Date; messageId?: unknown; dueAt?: unknown } };

/** What it is called, for `completed`, and the types of messages that are commands to somebody. */
type Knowledge = { name: string; commands: readonly string[] };

/**
 * A process manager as its stream sees it: what it is handed and what it asks for are events there, so that it is
 * folded, replayed and stepped into like a decider. Its code meets the messages themselves.
 */
export const asDeciderOfStream = (code: Decider, knowledge: Knowledge): Decider => ({
  ...code,
  evolve: (state: unknown, stored: Message): unknown => {
    const event = heardIn(stored);
    if (!event) return state;
    const next = call<unknown>(code.evolve, [state, event]);
    return next === event ? stored : next;
  },
  decide: (input: Input, state: unknown): unknown[] => {
    const { type, metadata } = input;
    const data = decodeTagged(encodeTagged(input.data));
    const about = metadata.messageId === undefined ? {} : { metadata: { messageId: metadata.messageId } };
    // A command whose time has come goes on to whom it is for; anything else is for the process itself.
    if (isOneOf(knowledge.commands, type)) return [{ type: processType('sent', type), data, ...about }];
    const outputs = call<unknown>(code.decide, [input, state]);
    const action = metadata.dueAt === undefined ? 'received' : 'due';
    return [{ type: processType(action, type), data, ...about }, ...storedOutputs(outputs, input, knowledge)];
  },
});

const noFacts: ProcessAction[] = ['due', 'sent', 'scheduled', 'cancelled', 'completed'];
const received = processType('received', '');

/** The event as the code knows it; none for what the process asked for or told itself, which is no fact. */
const heardIn = (stored: Message): Message | null => {
  const { type } = stored;
  if (slice(type, 0, received.length) === received)
    return { ...stored, type: slice(type, received.length, type.length) };
  for (const action of noFacts) {
    const prefix = processType(action, '');
    if (slice(type, 0, prefix.length) === prefix) return null;
  }
  return stored;
};

const isOneOf = (list: readonly string[], text: string): boolean => {
  for (let index = 0; index < list.length; index += 1) if (list[index] === text) return true;
  return false;
};

const storedOutputs = (outputs: unknown, input: Input, knowledge: Knowledge): unknown[] => {
  if (outputs === undefined || outputs === null)
    throw new SandboxError('decide returned nothing. Return a message, a list of messages, or [] where there is none.');
  const list = isArray(outputs) ? outputs : [outputs];
  const stored: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const output = storedOutput(list[index], `outputs[${index}]`, input, knowledge);
    if (output) stored[stored.length] = output;
  }
  return stored;
};

type Output = { action?: unknown; kind?: unknown; type?: unknown; message?: unknown; when?: unknown; reason?: unknown };

/** One output as its stream keeps it; none where there is nothing to keep. Actions are those of Emmett's workflows. */
const storedOutput = (value: unknown, path: string, input: Input, knowledge: Knowledge): object | null => {
  const output = asRecord<Output>(value, path);
  switch (output.action) {
    case undefined:
      return asMessage(value, path, knowledge);
    case 'Send': {
      const message = messageIn(output, path);
      return { ...message, type: processType('sent', message.type) };
    }
    case 'Publish':
      return messageIn(output, path);
    case 'Reply':
      return asMessage(output.message, `${path}.message`, knowledge);
    case 'Schedule': {
      const message = messageIn(output, path);
      const metadata = { dueAt: dueAt(output.when, `${path}.when`, input.metadata.now) };
      return { type: processType('scheduled', message.type), data: message.data, metadata };
    }
    case 'Cancel':
      if (typeof output.type !== 'string') throw new SandboxError(`${path} does not say which \`type\` to cancel.`);
      return { type: processType('cancelled', output.type), data: {} };
    case 'Complete':
      return { type: processType('completed', knowledge.name), data: {} };
    case 'Accept':
    case 'Ignore':
      return null;
    case 'Error':
      throw new SandboxError(`${typeof output.reason === 'string' ? output.reason : 'It gave up, without a reason.'}`);
    default:
      throw new SandboxError(
        `${path} has an unknown \`action\`: Send, Publish, Reply, Schedule, Cancel, Complete, Accept, Ignore, Error.`,
      );
  }
};

const asRecord = <Shape extends object>(value: unknown, path: string): Shape => {
  if (typeof value !== 'object' || value === null)
    throw new SandboxError(`${path} is no message: it is ${value === null ? 'null' : typeof value}.`);
  return value as Shape;
};

/** A message says by its `kind` whether it is a command, or the wall does. */
const asMessage = (value: unknown, path: string, { commands }: Knowledge): Message => {
  const { type, data, metadata, kind } = asRecord<Message & { kind?: unknown }>(value, path);
  needType(type, path);
  const isCommand = kind === 'Command' || (kind !== 'Event' && isOneOf(commands, type));
  const message = metadata === undefined ? { type, data } : { type, data, metadata };
  return isCommand ? { ...message, type: processType('sent', type) } : message;
};

const messageIn = ({ message }: Output, path: string): Message => {
  const { type, data, metadata } = asRecord<Message>(message, `${path}.message`);
  needType(type, `${path}.message`);
  return metadata === undefined ? { type, data } : { type, data, metadata };
};

const needType = (type: unknown, path: string): void => {
  if (typeof type !== 'string' || type === '')
    throw new SandboxError(`${path} is no message: it has no \`type\`, a text that names it.`);
};

/** ISO 8601. `afterInMs` counts from the time of the input. */
const dueAt = (when: unknown, path: string, now: Date): string => {
  const { afterInMs, at } = asRecord<{ afterInMs?: unknown; at?: unknown }>(when, path);
  const time =
    typeof afterInMs === 'number'
      ? DateBase.prototype.getTime.call(now) + afterInMs
      : DateBase.prototype.getTime.call(
          construct(DateBase, [at instanceof DateBase || typeof at === 'string' ? at : Number.NaN]),
        );
  if (!(Math.abs(time) <= 8.64e15))
    throw new SandboxError(`${path} is no time: { afterInMs: 60_000 }, or { at } with a Date or an ISO 8601 text.`);
  return DateBase.prototype.toISOString.call(construct(DateBase, [time]));
};
