import { type Arrows, arrowsOf, commandsOf, eventsOf } from '../arrows.ts';
import type { Board, CodeFile, DefinitionOf } from '../definitions.ts';
import { isDefaultName } from '../naming.ts';
import { recordOf } from '../records.ts';
import { decideCase, evolveCase, reactCase, translateCase } from '../skeletons/caseBodies.ts';
import { typesModule } from '../typesOf.ts';
import { type CaseBody, caseFor, type Insertion, knowledgeOf } from './addCase.ts';
import { listNamed, textsAtEnd, textsIn } from './addToList.ts';
import { dispatchIn } from './dispatchIn.ts';
import { type FileLine, firstChange } from './firstChange.ts';
import { type CodeFunction, functionsIn } from './functionsIn.ts';
import { type Scanned, scan } from './scan.ts';
import { lineAt } from './textOf.ts';

/** What stands on the wall around a definition and is not in its code, with the code that has it. */
export type Growth = {
  /** Names of messages, in the order of the wall. */
  unknown: string[];
  /** The code asks for every other type and would refuse these, or not hear them: worth a notice by itself. */
  isNeeded: boolean;
  /** Nothing that was written is touched; the same as before where nothing could be added. */
  code: CodeFile[];
  /** Where the code asks, and does not ask for these. */
  asked: FileLine;
  /** Where the first of what is added stands. */
  place: FileLine;
  /** What is left to the person, since nothing can safely be added there. */
  byHand: (FileLine & { name: string }) | null;
};

type Message = DefinitionOf<'event' | 'command'>;
/** One place where messages are told apart. */
type Site = { names: string[]; messages: Message[]; bodyOf: (message: Message) => CaseBody };
type Found = { unknown: string[]; isNeeded: boolean; file: Scanned; at: number; insertions: (Insertion | null)[] };

/**
 * What the wall has and a definition's own code has not. Null where there is nothing: also for a skeleton, which
 * follows the wall by itself, and for code that cannot be read because it is being written.
 */
export const growthOf = (board: Board, definitionId: string): Growth | null => {
  const grown = known.get(board) ?? new Map<string, Growth | null>();
  const growth = grown.has(definitionId) ? (grown.get(definitionId) ?? null) : findGrowth(board, definitionId);
  known.set(board, grown.set(definitionId, growth));
  return growth;
};

const known = new WeakMap<Board, Map<string, Growth | null>>();

const findGrowth = (board: Board, definitionId: string): Growth | null => {
  const definition = recordOf(board.definitions, definitionId);
  if (!definition || !('code' in definition) || definition.code.length === 0) return null;
  const read = definition.code.map(scan);
  if (!read.every((file) => file.isWellFormed)) return null;
  const arrows = arrowsOf(board);
  const found = [
    ...sitesOf(arrows, definition, read).flatMap((site) => missingAt(read, site)),
    ...(definition.kind === 'read-model' ? missingInList(read, arrows.into(definition.id, 'event')) : []),
  ];
  if (found.length === 0) return null;
  const code = definition.code.map((file) => grown(file, found));
  return {
    unknown: [...new Set(found.flatMap(({ unknown }) => unknown))],
    isNeeded: found.some(({ isNeeded }) => isNeeded),
    code,
    asked: askedIn(found),
    place: firstChange(definition.code, code),
    byHand: byHandIn(found),
  };
};

type WithCode = DefinitionOf<'decider' | 'read-model' | 'policy'>;

const sitesOf = (arrows: Arrows, definition: WithCode, files: Scanned[]): Site[] => {
  const heard = arrows.into(definition.id, 'event');
  switch (definition.kind) {
    case 'decider': {
      const commands = commandsOf(arrows, definition.id);
      const events = eventsOf(arrows, definition.id);
      const hasClock = files.some(({ text }) => text.includes(typesModule));
      const decideBody = (message: Message): CaseBody =>
        message.kind === 'command' ? decideCase(arrows, message, commands, events, { hasClock }) : () => [];
      return [
        { names: ['decide'], messages: commands, bodyOf: decideBody },
        { names: ['evolve', 'when'], messages: events, bodyOf: () => evolveCase },
      ];
    }
    case 'read-model':
      return [{ names: ['evolve'], messages: heard, bodyOf: () => evolveCase }];
    case 'policy': {
      const facts = [...new Set([...heard, ...arrows.outOf(definition.id, 'event')])];
      return [
        { names: ['translate'], messages: heard, bodyOf: () => translateCase },
        { names: ['react', 'decide'], messages: heard, bodyOf: () => reactCase },
        { names: ['evolve', 'when'], messages: facts, bodyOf: () => evolveCase },
      ];
    }
  }
};

/** A note that has not been named yet is no message yet. */
const named = (messages: Message[]): Message[] => messages.filter(({ kind, name }) => !isDefaultName(kind, name));

const missingAt = (files: Scanned[], { names, messages, bodyOf }: Site): Found[] => {
  const functions = files.flatMap((file) => functionsIn(file.tokens, names).map((body) => ({ file, body })));
  const [asking] = functions.filter(({ body }) => dispatchIn(body).kind !== 'none');
  if (!asking) return [];
  const { file, body } = asking;
  const knowledge = knowledgeOf(
    body,
    messages.map(({ name }) => name),
  );
  const missing = named(messages).filter(({ name }) => knowledge.missing.includes(name));
  if (missing.length === 0) return [];
  return [
    {
      unknown: missing.map(({ name }) => name),
      isNeeded: !knowledge.arePassedOver,
      file,
      at: placeOf(body),
      insertions: missing.map((message) => caseFor(file.text, body, message.name, bodyOf(message))),
    },
  ];
};

const placeOf = ({ name }: CodeFunction): number => name.start;

const missingInList = (files: Scanned[], events: Message[]): Found[] => {
  for (const file of files) {
    const list = listNamed(file.tokens, 'canHandle');
    if (!list) continue;
    const known = new Set(textsIn(list));
    const missing = named(events).filter(({ name }) => !known.has(name));
    if (missing.length === 0 || !(list.isPlain || known.size > 0)) return [];
    const unknown = missing.map(({ name }) => name);
    const insertions = [textsAtEnd(file.text, list, unknown)];
    return [{ unknown, isNeeded: true, file, at: list.close.start, insertions }];
  }
  return [];
};

const grown = ({ path, text }: CodeFile, found: Found[]): CodeFile => {
  const insertions = found
    .filter(({ file }) => file.path === path)
    .flatMap((each) => each.insertions)
    .filter((insertion) => insertion !== null)
    .map((insertion, order) => ({ ...insertion, order }))
    .sort((one, other) => other.at - one.at || other.order - one.order);
  return {
    path,
    text: insertions.reduce((code, { at, text: added }) => code.slice(0, at) + added + code.slice(at), text),
  };
};

const lineOf = ({ file, at }: Found): FileLine => ({ file: file.path, line: lineAt(file.text, at) });

const askedIn = (found: Found[]): FileLine => {
  const [first = null] = [...found.filter(({ isNeeded }) => isNeeded), ...found];
  return first ? lineOf(first) : { file: '', line: 1 };
};

const byHandIn = (found: Found[]): Growth['byHand'] => {
  const stuck = found.find(({ insertions }) => insertions.includes(null));
  if (!stuck) return null;
  const name = stuck.unknown[stuck.insertions.indexOf(null)] ?? '';
  return { name, ...lineOf(stuck) };
};
