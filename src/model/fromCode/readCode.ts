import { listNamed, textsIn } from '../code/addToList.ts';
import { dispatchIn, isTypeMade } from '../code/dispatchIn.ts';
import { type CodeFunction, functionsIn, isName, isSign } from '../code/functionsIn.ts';
import { type CodeToken, isBeyondReading, isWellFormed, scanCode } from '../code/scanCode.ts';
import { textOf } from '../code/textOf.ts';
import type { Field } from '../definitions.ts';
import { inOneWord } from '../naming.ts';
import { isProcessCode } from '../processes/isProcess.ts';
import { type DeclaredTypes, declaredTypes } from './declaredTypes.ts';
import { importRemarks } from './importRemarks.ts';
import { type FoundMessage, messagesOf } from './messagesOf.ts';
import { type TypeNode, typeAt } from './typeNode.ts';

export type ReadMessage = { name: string; fields: Field[] };

/** What some code that was written elsewhere is about. */
export type ReadCode = {
  kind: 'decider' | 'read-model' | 'policy';
  name: string;
  commands: ReadMessage[];
  events: ReadMessage[];
  /** What could not be told, a sentence each. */
  remarks: string[];
};

export type CodeReading = { kind: 'read'; read: ReadCode } | { kind: 'problem'; message: string };

const problem = (message: string): CodeReading => ({ kind: 'problem', message });

/** Reads a decider, a read model or a policy: what it is called, the messages it knows, and their fields. */
export const readCode = (text: string): CodeReading => {
  if (text.trim() === '') return problem('Paste the code of a decider, a read model or a policy.');
  const scanned = scanCode(text);
  if (isBeyondReading(scanned)) return problem('This is more code than can be read: paste one of the three alone.');
  if (!isWellFormed(scanned)) return problem('A bracket, a text or a comment is not closed: is this all of the code?');
  const tokens = scanned.filter(({ kind }) => kind !== 'comment');
  const parts = { tokens, types: declaredTypes(tokens), of: (...names: string[]) => functionsIn(tokens, names) };
  if (isProcessCode([{ path: '', text }]) && parts.of('decide').length > 0) return read(processIn(parts), tokens);
  if (parts.of('decide').length > 0) return read(deciderIn(parts), tokens);
  if (parts.of('react').length > 0) return read(policyIn(parts), tokens);
  if (listNamed(tokens, 'canHandle')) return read(readModelIn(parts), tokens);
  return problem('There is no decide, no react and no canHandle in this code, so it is none of the three.');
};

const read = (found: ReadCode, tokens: CodeToken[]): CodeReading => ({
  kind: 'read',
  read: { ...found, remarks: [...found.remarks, ...importRemarks(tokens)] },
});

type Parts = { tokens: CodeToken[]; types: DeclaredTypes; of: (...names: string[]) => CodeFunction[] };

const deciderIn = ({ tokens, types, of }: Parts): ReadCode => {
  const generic = genericDecider(tokens);
  const decides = of('decide');
  const evolves = of('evolve', 'when');
  const commands = collected(
    types,
    [generic[1], ...decides.map((found) => parameterType(found, 0))],
    decides,
    'command',
  );
  const commandNames = new Set(commands.messages.map(({ name }) => name));
  const events = collected(types, [generic[2], ...evolves.map((found) => parameterType(found, 1))], evolves, 'event');
  return {
    kind: 'decider',
    name: nameFrom(
      [
        nameOf(generic[0] ?? parameterType(evolves[0], 0)),
        nameOf(generic[2] ?? parameterType(evolves[0], 1)),
        nameOf(generic[1] ?? parameterType(decides[0], 0)),
      ],
      'Decider',
    ),
    commands: commands.messages,
    events: events.messages.filter(({ name }) => !commandNames.has(name)),
    remarks: [...commands.remarks, ...events.remarks],
  };
};

const readModelIn = ({ tokens, types, of }: Parts): ReadCode => {
  const evolves = of('evolve');
  const list = listNamed(tokens, 'canHandle');
  const declared = [...evolves.map((found) => parameterType(found, 1)), parameterType(of('getDocumentId')[0], 0)];
  const events = collected(types, declared, evolves, 'event', list ? textsIn(list) : []);
  return {
    kind: 'read-model',
    name: nameFrom([nameOf(parameterType(evolves[0], 0)), nameOf(parameterType(evolves[0], 1))], 'ReadModel'),
    commands: [],
    events: events.messages,
    remarks: events.remarks,
  };
};

const policyIn = ({ types, of }: Parts): ReadCode => {
  const reacts = of('react');
  const events = collected(
    types,
    reacts.map((found) => parameterType(found, 0)),
    reacts,
    'event',
  );
  const made = reacts.flatMap(({ body }) => madeIn(body));
  const commands = withFields(types, [], made, 'command');
  const [first] = events.messages;
  const [then] = commands.messages;
  return {
    kind: 'policy',
    name: first && then ? `Whenever ${first.name}, then ${then.name}` : 'Whenever …, then …',
    commands: commands.messages,
    events: events.messages,
    remarks: [...events.remarks, ...commands.remarks],
  };
};

/** A process manager: what it decides on is what it hears, but for messages that it sends to itself. */
const processIn = ({ types, of }: Parts): ReadCode => {
  const [decides, evolves] = [of('decide'), of('evolve', 'when')];
  const declared = decides.map((found) => parameterType(found, 0));
  const made = new Set(decides.flatMap(({ body }) => madeIn(body)));
  const inputs = collected(types, declared, decides, 'event');
  const facts = new Set(evolves.flatMap(askedIn));
  const commands = withFields(
    types,
    [],
    [...made].filter((name) => !facts.has(name) && !has(inputs, name)),
    'command',
  );
  const events = { ...inputs, messages: inputs.messages.filter(({ name }) => !made.has(name)) };
  return {
    kind: 'policy',
    name: nameFrom([nameOf(parameterType(evolves[0], 0)), nameOf(declared[0])], 'Process'),
    commands: commands.messages,
    events: events.messages,
    remarks: [...events.remarks, ...commands.remarks],
  };
};

const has = ({ messages }: Collected, wanted: string): boolean => messages.some(({ name }) => name === wanted);

type Collected = { messages: ReadMessage[]; remarks: string[] };

/** The messages of the declared types, and those that the functions ask for. */
const collected = (
  types: DeclaredTypes,
  declared: (TypeNode | undefined)[],
  functions: CodeFunction[],
  role: 'command' | 'event',
  named: string[] = [],
): Collected => {
  const found = declared.flatMap((node) => (node ? messagesOf(types, node) : []));
  return withFields(types, found, [...named, ...functions.flatMap(askedIn)], role);
};

const withFields = (types: DeclaredTypes, found: FoundMessage[], names: string[], role: string): Collected => {
  const messages = new Map<string, ReadMessage>();
  const remarks = new Set<string>();
  for (const { name, fields, remarks: own } of found) {
    if (messages.has(name)) continue;
    messages.set(name, { name, fields });
    for (const remark of own) remarks.add(remark);
  }
  const ofTypes = new Map(
    [...types.values()]
      .flatMap((node) => messagesOf(types, node).map((message) => [message.name, message] as const))
      .reverse(),
  );
  for (const name of names) {
    if (messages.has(name)) continue;
    const declared = ofTypes.get(name);
    messages.set(name, { name, fields: declared?.fields ?? [] });
    if (!declared) remarks.add(`No type says what data the ${role} ${name} has: it comes without fields.`);
    for (const remark of declared?.remarks ?? []) remarks.add(remark);
  }
  return { messages: [...messages.values()], remarks: [...remarks] };
};

/** The types that a function asks for in its cases, or compares with. */
const askedIn = (found: CodeFunction): string[] => {
  if (dispatchIn(found).kind === 'none') return [];
  return found.body.flatMap((token, index) => {
    const before = found.body[index - 1];
    const isAsked = isName(before, 'case') || (isSign(before, '===', '==') && isName(found.body[index - 2], 'type'));
    return token.kind === 'string' && isAsked ? [textOf(token)] : [];
  });
};

/** The types of messages that a function makes: `{ type: 'GreetClient', data: … }`. */
const madeIn = (body: CodeToken[]): string[] =>
  body.flatMap((token, index) => (isTypeMade(body, index) ? [textOf(token)] : []));

/** The types of `Decider<State, Command, Event>`, in this order; nothing where the code has none. */
const genericDecider = (tokens: CodeToken[]): TypeNode[] => {
  const at = tokens.findIndex(
    (token, index) => token.kind === 'name' && token.text.endsWith('Decider') && isSign(tokens[index + 1], '<'),
  );
  const node = at < 0 ? undefined : typeAt(tokens, at).node;
  return node?.kind === 'name' && node.of.length >= 3 ? node.of : [];
};

const parameterType = (found: CodeFunction | undefined, position: number): TypeNode | undefined => {
  const parameters = found?.parameters ?? [];
  const depth = parameters[0]?.depth;
  let next = 0;
  for (let index = 0; index <= position; index += 1) {
    const length = parameters.slice(next).findIndex((token) => token.depth === depth && isSign(token, ':', ',', '='));
    const colon = length < 0 ? parameters.length : next + length;
    const type = isSign(parameters[colon], ':') ? typeAt(parameters, colon + 1) : null;
    if (index === position) return type?.node;
    const after = type?.next ?? colon;
    const comma = parameters.slice(after).findIndex((token) => token.depth === depth && isSign(token, ','));
    if (comma < 0) return undefined;
    next = after + comma + 1;
  }
  return undefined;
};

/** The name that a type is called by; of `CartDetails | null` that of the document. */
const nameOf = (node: TypeNode | undefined): string | undefined => {
  if (node?.kind === 'name') return node.name;
  return node?.kind === 'union' ? node.of.map(nameOf).find((name) => name !== undefined) : undefined;
};

const ordinary = new Set(['State', 'Event', 'Command', 'Message', 'Document', 'string', 'Record', 'unknown', 'any']);

const nameFrom = (candidates: (string | undefined)[], otherwise: string): string => {
  const [name] = candidates
    .filter((candidate) => candidate !== undefined && !ordinary.has(candidate))
    .map((candidate) => (candidate ?? '').replace(/(?:State|Events?|Commands?)$/u, ''))
    .filter((candidate) => candidate !== '');
  return inOneWord(name ?? '') || otherwise;
};
