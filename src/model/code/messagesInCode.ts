import { codeOf } from '../codeOf.ts';
import type { Board, CodeFile, Definition } from '../definitions.ts';
import { messagesAround } from '../reading/knowledgeOf.ts';
import { recordOf } from '../records.ts';
import { typeName } from '../typeText.ts';
import { dispatchIn, isTypeMade } from './dispatchIn.ts';
import { functionsIn } from './functionsIn.ts';
import { scan } from './scan.ts';
import { type CodeToken, scanMeaning } from './scanCode.ts';
import { lineAt, textOf } from './textOf.ts';

/** The definition that a text or a name in somebody's code means: those around the code before others on the wall. */
export const definitionMeant = (
  board: Board,
  definitionId: string,
  code: string,
  offset: number,
): Definition | undefined => {
  const token = scanMeaning(code).find(({ start, end }) => start <= offset && offset <= end && start < end);
  if (token?.kind !== 'string' && token?.kind !== 'name') return undefined;
  const isMeant = ({ name }: Definition): boolean =>
    token.kind === 'string' ? name === textOf(token) : typeName(name) === token.text;
  return [...around(board, definitionId), ...Object.values(board.definitions)].find(isMeant);
};

const around = (board: Board, definitionId: string): Definition[] => {
  const definition = recordOf(board.definitions, definitionId);
  if (!definition || !('code' in definition)) return [];
  const { commands, events, published = [] } = messagesAround(board, definition);
  return [...commands, ...events, ...published, definition];
};

/** A line of code that is about a message. */
export type Handling = { definitionId: string; name: string; phase: string; file: string; line: number };

/** Where code asks for a message by its type, in the order of the wall: deciders, read models and policies. */
export const handlingsOf = (board: Board, messageId: string): Handling[] => {
  const message = recordOf(board.definitions, messageId);
  if (message?.kind !== 'event' && message?.kind !== 'command') return [];
  const phases = message.kind === 'command' ? ['decide'] : ['evolve', 'when', 'react', 'translate'];
  return Object.values(board.definitions)
    .filter(({ id }) => around(board, id).some((other) => other.id === messageId))
    .flatMap(({ id, name }) =>
      codeOf(board, id).flatMap((file) =>
        handlingsIn(file, phases, message.name).map((found) => ({ definitionId: id, name, ...found })),
      ),
    );
};

/** The functions that take in events, those that decide on commands, and those that answer events. */
const phasesOf = { event: ['evolve', 'when'], command: ['decide'], answer: ['react', 'translate'] };

/**
 * The line where code takes in events of a type, decides on commands of it, or answers them: its case, else the
 * function that treats all alike. Nothing where that cannot be told from the code.
 */
export const lineOfHandling = (
  board: Board,
  definitionId: string,
  type: string,
  kind: keyof typeof phasesOf = 'event',
): { file: string; line: number } | undefined => {
  const phases = phasesOf[kind];
  const files = codeOf(board, definitionId);
  const [handling] = files.flatMap((file) => handlingsIn(file, phases, type));
  if (handling) return { file: handling.file, line: handling.line };
  return files
    .map(scan)
    .flatMap(({ path, text, tokens }) =>
      functionsIn(tokens, phases).map(({ name }) => ({ file: path, line: lineAt(text, name.start) })),
    )[0];
};

const handlingsIn = (file: CodeFile, phases: string[], type: string) => {
  const { path, text, tokens } = scan(file);
  return functionsIn(tokens, phases).flatMap((body) => {
    const mention = dispatchIn(body).kind === 'none' ? undefined : body.body.findIndex(isMention(body.body, type));
    const token = body.body[mention ?? -1];
    return token ? [{ phase: body.name.text, file: path, line: lineAt(text, token.start) }] : [];
  });
};

/** `case 'CartOpened'` or a comparison with it; not where a message is made. */
const isMention =
  (tokens: CodeToken[], type: string) =>
  (token: CodeToken, index: number): boolean =>
    token.kind === 'string' && textOf(token) === type && !isTypeMade(tokens, index);
