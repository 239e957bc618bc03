import { type CodeToken, scanMeaning } from '../code/scanCode.ts';
import { textOf } from '../code/textOf.ts';

/**
 * One mark of a text in TypeScript. `value` is what a quoted text says, else the mark itself; offsets count UTF-16 units,
 * `end` is exclusive. Comments, and the plain parts of templates with values in them, are no tokens: of these stand the
 * brackets of the values.
 */
export type Token = {
  kind: 'word' | 'text' | 'number' | 'pattern' | 'mark';
  value: string;
  start: number;
  end: number;
};

const kinds: { readonly [kind in CodeToken['kind']]: Token['kind'] } = {
  name: 'word',
  string: 'text',
  template: 'text',
  number: 'number',
  regex: 'pattern',
  sign: 'mark',
  comment: 'mark',
  unknown: 'mark',
};

/** The marks of a text, in order. */
export const tokensOf = (text: string): Token[] => scanMeaning(text).flatMap(tokensOfPiece);

const tokensOfPiece = (piece: CodeToken): Token[] => {
  const { kind, text, start, end } = piece;
  if (kind === 'template') return tokensOfTemplate(piece);
  return [{ kind: kinds[kind], value: kind === 'string' ? textOf(piece) : text, start, end }];
};

/** `` `a${ ``, `` }b${ ``, `` }c` ``: what is open between them is an expression; a template without any is a text. */
const tokensOfTemplate = ({ text, start, end }: CodeToken): Token[] => {
  const closes = text.startsWith('}');
  const opens = text.endsWith('${');
  if (!closes && !opens) return [{ kind: 'text', value: text.slice(1, -1), start, end }];
  const close: Token = { kind: 'mark', value: '}', start, end: start + 1 };
  const open: Token = { kind: 'mark', value: '${', start: end - 2, end };
  return [...(closes ? [close] : []), ...(opens ? [open] : [])];
};

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['${', '}'],
]);

/** For each bracket the place of its partner, for each other token its own place; the end of all where none closes it. */
export const partnersOf = (tokens: readonly Token[]): number[] => {
  const partners = tokens.map((_, index) => index);
  const open: number[] = [];
  tokens.forEach(({ kind, value }, index) => {
    if (kind !== 'mark') return;
    if (closing.has(value)) open.push(index);
    const last = open.at(-1);
    if (last === undefined || closing.get(tokens[last]?.value ?? '') !== value) return;
    partners[last] = index;
    partners[index] = last;
    open.pop();
  });
  for (const index of open) partners[index] = tokens.length;
  return partners;
};
