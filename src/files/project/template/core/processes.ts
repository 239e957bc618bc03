import type { PolicyModule } from './Model.ts';
import { asJson } from './messages.ts';
import { type Decider, processIn } from './shapes.ts';

/** What the stream of a process manager holds beside its own events: `received:GuestCheckedOut`, `sent:CheckOut`, … */
type Action = 'received' | 'due' | 'sent' | 'scheduled' | 'cancelled' | 'completed';
const actions: readonly string[] = [
  'received',
  'due',
  'sent',
  'scheduled',
  'cancelled',
  'completed',
] satisfies Action[];

const typeOf = (action: Action, type: string): string => `${action}:${type}`;

export const actionOf = (eventType: string): { action: Action; type: string } | null => {
  const colon = Math.max(eventType.indexOf(':'), 0);
  const action = eventType.slice(0, colon);
  return actions.includes(action) ? { action: action as Action, type: eventType.slice(colon + 1) } : null;
};

export type ProcessModule = Pick<PolicyModule, 'name' | 'code' | 'process'>;

type Message = { type: string; data?: unknown; metadata?: unknown; kind?: unknown };
type Input = Message & { metadata: { now: Date; messageId?: string; dueAt?: string } };
type Output = {
  action?: unknown;
  type?: unknown;
  message?: Message;
  when?: { afterInMs?: number; at?: Date | string };
  reason?: unknown;
};

/**
 * A process manager as its stream sees it, which is its inbox and outbox: what it is handed and what it asks for are
 * events there, stored in one append. Commands leave from there, so that none is lost and none is sent twice.
 */
export const deciderOfProcess = ({ code, name, process }: ProcessModule): Decider => {
  const { decide, evolve, initialState } = processIn(code);
  const isCommand = (type: string): boolean => process?.commands.includes(type) ?? false;
  return {
    initialState,
    evolve: (state, event) => {
      const stored = event as Message;
      const known = actionOf(stored.type);
      if (known && known.action !== 'received') return state;
      return evolve(state, known ? { ...stored, type: known.type } : stored);
    },
    decide: (command, state) => {
      const input = command as Input;
      const { messageId, dueAt } = input.metadata;
      const data = asJson(input.data);
      const about = messageId === undefined ? {} : { metadata: { messageId } };
      if (isCommand(input.type)) return [{ type: typeOf('sent', input.type), data, ...about }];
      const made = decide(input, state);
      if (made === undefined || made === null) throw new TypeError('decide returned nothing.');
      const outputs = (Array.isArray(made) ? made : [made]) as (Message & Output)[];
      const received = { type: typeOf(dueAt === undefined ? 'received' : 'due', input.type), data, ...about };
      return [received, ...outputs.flatMap((output) => storedOutput(output, { input, name, isCommand }))];
    },
  };
};

type Context = { input: Input; name: string; isCommand: (type: string) => boolean };

/** One output as the stream keeps it. Actions are those of Emmett's workflows. */
const storedOutput = (output: Message & Output, { input, name, isCommand }: Context): Message[] => {
  const message = output.message ?? output;
  switch (output.action) {
    case undefined:
    case 'Reply':
      return [
        message.kind === 'Command' || (message.kind !== 'Event' && isCommand(message.type))
          ? { ...bare(message), type: typeOf('sent', message.type) }
          : bare(message),
      ];
    case 'Send':
      return [{ ...bare(message), type: typeOf('sent', message.type) }];
    case 'Publish':
      return [bare(message)];
    case 'Schedule': {
      const dueAt = timeOf(output.when ?? {}, input.metadata.now);
      return [{ type: typeOf('scheduled', message.type), data: message.data, metadata: { dueAt } }];
    }
    case 'Cancel':
      return [{ type: typeOf('cancelled', String(output.type)), data: {} }];
    case 'Complete':
      return [{ type: typeOf('completed', name), data: {} }];
    case 'Accept':
    case 'Ignore':
      return [];
    default:
      throw new TypeError(output.action === 'Error' ? String(output.reason) : `Unknown action ${output.action}.`);
  }
};

const bare = ({ type, data, metadata }: Message): Message =>
  metadata === undefined ? { type, data } : { type, data, metadata };

const timeOf = ({ afterInMs, at }: { afterInMs?: number; at?: Date | string }, now: Date): string =>
  (afterInMs === undefined ? new Date(at ?? Number.NaN) : new Date(now.getTime() + afterInMs)).toISOString();
