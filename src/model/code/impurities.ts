import { type CodeFunction, functionsIn, isName, isSign, parameterNames } from './functionsIn.ts';
import { type CodeToken, isWellFormed, scanMeaning } from './scanCode.ts';
import { linesOf } from './textOf.ts';

/** A place where a function does more than to answer from what it is handed. */
export type Impurity = {
  phase: string;
  /** It asks for the time or for chance, or changes what it was handed. */
  kind: 'time' | 'chance' | 'change';
  /** As the code writes it: `Math.random`, `state.items`. */
  what: string;
  line: number;
  start: number;
  /** Behind what asks for the time or for chance, with its brackets. */
  end: number;
  /** The name of the first parameter; null where it is taken apart. */
  first: string | null;
};

/** The functions that others hand something to keep: what they answer must rest on that alone. */
const phases = [
  'decide',
  'evolve',
  'when',
  'react',
  'translate',
  'getWorkflowId',
  'canHandle',
  'getDocumentId',
  'isTerminal',
];

/** Where the functions of the contract ask for time or chance, or change what they are handed. */
export const impuritiesIn = (text: string): Impurity[] => {
  const tokens = scanMeaning(text);
  if (!isWellFormed(tokens)) return [];
  const lineAt = linesOf(text);
  return functionsIn(tokens, phases).flatMap((body) => impuritiesOf(text, lineAt, body));
};

const impuritiesOf = (text: string, lineAt: (offset: number) => number, found: CodeFunction): Impurity[] => {
  const { body, name } = found;
  const [first = null, ...others] = parameterNames(found);
  const handed = [first, ...others].filter((parameter) => parameter !== null);
  return body.flatMap((token, at): Impurity[] => {
    const asked = timeAt(body, at) ?? chanceAt(body, at);
    const last = asked ? asked.last : changedAt(body, at, handed);
    const end = body[last ?? -1]?.end;
    if (end === undefined) return [];
    const what = text.slice(token.start, body[asked ? asked.lastOfName : (last ?? at)]?.end);
    const kind = asked?.kind ?? 'change';
    return [{ phase: name.text, kind, what, line: lineAt(token.start), start: token.start, end, first }];
  });
};

type Asked = { kind: 'time' | 'chance'; lastOfName: number; last: number };

/** `Date.now()` and `new Date()`; not as what stands in where no time was given: `?? new Date()`. */
const timeAt = (tokens: readonly CodeToken[], at: number): Asked | null => {
  if (isSign(tokens[at - 1], '??', '||')) return null;
  const isNew = isName(tokens[at], 'new') && isName(tokens[at + 1], 'Date') && isEmptyCall(tokens, at + 2);
  if (isNew) return { kind: 'time', lastOfName: at + 1, last: at + 3 };
  const isNow = isMember(tokens, at, 'Date', 'now') && isEmptyCall(tokens, at + 3);
  return isNow ? { kind: 'time', lastOfName: at + 2, last: at + 4 } : null;
};

const chanceAt = (tokens: readonly CodeToken[], at: number): Asked | null => {
  const isDrawn = isMember(tokens, at, 'Math', 'random') || isMember(tokens, at, 'crypto', 'randomUUID');
  return isDrawn && isEmptyCall(tokens, at + 3) ? { kind: 'chance', lastOfName: at + 2, last: at + 4 } : null;
};

const isMember = (tokens: readonly CodeToken[], at: number, object: string, member: string): boolean =>
  isName(tokens[at], object) && isSign(tokens[at + 1], '.') && isName(tokens[at + 2], member);

const isEmptyCall = (tokens: readonly CodeToken[], at: number): boolean =>
  isSign(tokens[at], '(') && isSign(tokens[at + 1], ')');

/** Functions of lists that change the list itself. */
const changing = ['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'];
const assigning = ['=', '+=', '-=', '*=', '/=', '%=', '**=', '&=', '|=', '^=', '&&=', '||=', '??=', '<<=', '++', '--'];

/** The last token of a chain such as `state.items` that is assigned to, or changed by a function of lists. */
const changedAt = (tokens: readonly CodeToken[], at: number, handed: readonly string[]): number | null => {
  if (!isName(tokens[at], ...handed) || isSign(tokens[at - 1], '.', '?.')) return null;
  let last = at;
  for (let next = memberAfter(tokens, last); next !== null; next = memberAfter(tokens, last)) {
    const isCall = isSign(tokens[next + 1], '(');
    if (isCall) return last > at && isName(tokens[next], ...changing) ? last : null;
    last = next;
  }
  const isAssigned = isSign(tokens[last + 1], ...assigning) || isName(tokens[at - 1], 'delete');
  return last > at && isAssigned ? last : null;
};

/** The last token of one more member: `.items`, `?.items`, `[0]`; a `!` between is passed over. */
const memberAfter = (tokens: readonly CodeToken[], at: number): number | null => {
  const next = isSign(tokens[at + 1], '!') ? at + 2 : at + 1;
  if (isSign(tokens[next], '.', '?.') && tokens[next + 1]?.kind === 'name') return next + 1;
  if (!isSign(tokens[next], '[')) return null;
  const depth = tokens[next]?.depth;
  const length = tokens.slice(next + 1).findIndex((token) => isSign(token, ']') && token.depth === depth);
  return length < 0 ? null : next + 1 + length;
};
