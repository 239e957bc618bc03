import type { Board, Json, PolicyOutput, Specification, SpecificationMessage } from '../definitions.ts';
import { isMessage, messagesAround } from '../reading/knowledgeOf.ts';
import type { Module } from '../reading/modulesOf.ts';
import { recordOf } from '../records.ts';
import type { Rename } from './Rename.ts';

/** The specification after the rename, and how many places of it changed. */
export const renamedSpecification = (
  board: Board,
  specification: Specification,
  rename: Rename,
): { specification: Specification; count: number } => {
  let count = 0;
  const change = <Message extends SpecificationMessage>(kind: 'event' | 'command', message: Message): Message => {
    const renamed = renamedMessage(message, rename, means(board, specification, kind, message.type));
    if (renamed !== message) count += 1;
    return renamed;
  };
  const given = specification.given.map((message) => change('event', message));
  if (specification.subject === 'read-model') return { specification: { ...specification, given }, count };
  if (specification.subject === 'policy') {
    // What a process manager schedules is its own message, or a command that is sent later.
    const when = change(specification.isDue ? 'command' : 'event', specification.when);
    const outputs = specification.then.outputs.map((output): PolicyOutput => {
      if (!('data' in output)) return output;
      return change(output.action === 'record' ? 'event' : 'command', output);
    });
    return { specification: { ...specification, given, when, then: { ...specification.then, outputs } }, count };
  }
  const when = change('command', specification.when);
  const { then } = specification;
  const after =
    then.kind === 'events' ? { ...then, events: then.events.map((message) => change('event', message)) } : then;
  return { specification: { ...specification, given, when, then: after }, count };
};

/** Which definitions a specification means by the name of a message: those around its decider or read model before others. */
const means = (board: Board, { definitionId }: Specification, kind: 'event' | 'command', type: string): string[] => {
  const named = Object.values(board.definitions)
    .filter(isMessage)
    .filter((message) => message.kind === kind && message.name === type);
  const subject = recordOf(board.definitions, definitionId);
  if (named.length < 2 || !subject || !('code' in subject)) return named.map(({ id }) => id);
  const near = around(board, subject);
  const nearer = named.filter(({ id }) => near.has(id));
  return (nearer.length > 0 ? nearer : named).map(({ id }) => id);
};

const around = (board: Board, subject: Module): Set<string> => {
  const { commands, events, published = [] } = messagesAround(board, subject);
  return new Set([...commands, ...events, ...published].map(({ id }) => id));
};

const renamedMessage = <Message extends SpecificationMessage>(
  message: Message,
  rename: Rename,
  meant: string[],
): Message => {
  if (rename.kind === 'definition')
    return meant.includes(rename.definitionId) ? { ...message, type: rename.to } : message;
  if (!meant.some((id) => rename.definitionIds.includes(id))) return message;
  const data = withRenamedKey(message.data, rename.path, rename.to);
  return data === message.data ? message : { ...message, data };
};

/** The same value where there is no such key; the order of keys stays. */
const withRenamedKey = (data: Json, path: string[], to: string): Json => {
  if (Array.isArray(data)) {
    const items = data.map((item) => withRenamedKey(item, path, to));
    return items.some((item, index) => item !== data[index]) ? items : data;
  }
  const [name = '', ...rest] = path;
  if (data === null || typeof data !== 'object' || !Object.hasOwn(data, name)) return data;
  const value = data[name] ?? null;
  const inner = rest.length > 0 ? withRenamedKey(value, rest, to) : value;
  if (rest.length > 0 && inner === value) return data;
  const key = rest.length > 0 ? name : to;
  return Object.fromEntries(Object.entries(data).map(([each, held]) => (each === name ? [key, inner] : [each, held])));
};
