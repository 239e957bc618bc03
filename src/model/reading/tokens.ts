/**
 * One mark of a text in TypeScript. `value` is what a quoted text says, else the mark itself; offsets count UTF-16 units,
 * `end` is exclusive. Comments, and the plain parts of templates with values in them, are no tokens.
 */
export type Token = {
  kind: 'word' | 'text' | 'number' | 'pattern' | 'mark';
  value: string;
  start: number;
  end: number;
};

const longMarks = ['===', '!==', '...', '??=', '=>', '?.', '??', '&&', '||', '==', '!=', '<=', '>=', '++', '--'];

const word = /[\p{ID_Start}_$#][\p{ID_Continue}$]*/uy;
const number = /(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?)n?/iuy;
const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/uy;
const quotedText = /'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?/uy;
const pattern = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;

/** After these words a slash begins a pattern, not a division. */
const beforeAnExpression = new Set(['return', 'case', 'typeof', 'in', 'of', 'void', 'delete', 'do', 'else', 'await']);

const matchAt = (expression: RegExp, text: string, at: number): number => {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
};

/** The marks of a text, in order. What cannot be read (an open quote) goes on to where it must end. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  /** Of each open brace, whether a template goes on after it. */
  const open: ('brace' | 'template')[] = [];
  let at = 0;
  const push = (kind: Token['kind'], end: number, value = text.slice(at, end)): void => {
    tokens.push({ kind, value, start: at, end });
    at = end;
  };
  const readTemplate = (from: number): void => {
    const end = endOfTemplatePart(text, from);
    const isWhole = text[from - 1] === '`' && text[end - 1] === '`' && end > from;
    if (isWhole && at === from - 1) {
      push('text', end, text.slice(from, end - 1));
      return;
    }
    at = end;
    if (!text.startsWith('${', end - 2)) return;
    open.push('template');
    tokens.push({ kind: 'mark', value: '${', start: end - 2, end });
  };
  while (at < text.length) {
    at = matchAt(blank, text, at);
    const sign = text[at];
    if (sign === undefined) break;
    const next = nextOf(text, at, tokens.at(-1));
    if (next) push(next.kind, next.end, next.value);
    else if (sign === '`') readTemplate(at + 1);
    else if (sign === '}' && open.at(-1) === 'template') {
      push('mark', at + 1);
      open.pop();
      readTemplate(at);
    } else {
      if (sign === '{') open.push('brace');
      if (sign === '}') open.pop();
      push('mark', at + (longMarks.find((mark) => isMarkAt(mark, text, at))?.length ?? 1));
    }
  }
  return tokens;
};

type Next = { kind: Token['kind']; end: number; value?: string };

const nextOf = (text: string, at: number, before: Token | undefined): Next | undefined => {
  const endOfWord = matchAt(word, text, at);
  if (endOfWord > at) return { kind: 'word', end: endOfWord };
  const endOfText = matchAt(quotedText, text, at);
  if (endOfText > at) return { kind: 'text', end: endOfText, value: unescaped(text.slice(at + 1, endOfText - 1)) };
  if (text[at] === '/' && mayBeginPattern(before)) {
    const endOfPattern = matchAt(pattern, text, at);
    if (endOfPattern > at) return { kind: 'pattern', end: endOfPattern };
  }
  if (!/[\d.]/u.test(text[at] ?? '') || text.startsWith('...', at)) return undefined;
  const endOfNumber = /\d/u.test(text.slice(at, at + 2)) ? matchAt(number, text, at) : at;
  return endOfNumber > at ? { kind: 'number', end: endOfNumber } : undefined;
};

const mayBeginPattern = (before: Token | undefined): boolean => {
  if (!before) return true;
  if (before.kind === 'word') return beforeAnExpression.has(before.value);
  return before.kind === 'mark' && ![')', ']', '}'].includes(before.value);
};

/** `a?.5:1` is a question, not a chain. */
const isMarkAt = (mark: string, text: string, at: number): boolean =>
  text.startsWith(mark, at) && !(mark === '?.' && /\d/u.test(text[at + 2] ?? ''));

/** After the closing backtick, or after `${`. */
const endOfTemplatePart = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) return at + 2;
  }
  return text.length;
};

const escapes: { readonly [sign: string]: string } = { n: '\n', t: '\t', r: '\r' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|([\s\S]))/giu, (_all, code: string | undefined, sign: string) =>
    code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );

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
