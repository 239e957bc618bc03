/**
 * A piece of TypeScript. A template is a token for each stretch of its text (`` `a${ ``, `` }b${ ``, `` }c` ``), with
 * the tokens of the expressions between. `unknown` is what no TypeScript begins with, or does not end: half a string.
 */
export type CodeToken = {
  kind: 'name' | 'number' | 'string' | 'template' | 'regex' | 'sign' | 'comment' | 'unknown';
  text: string;
  start: number;
  /** Behind the last character. */
  end: number;
  /** How many brackets are open around it; a bracket stands at the depth outside itself. */
  depth: number;
};

type Kind = CodeToken['kind'];

/**
 * What is larger than code that a person writes into one file, or nested deeper, is run but not read: somebody may have
 * made it to hold up the screen, where it is read at each edit.
 */
const mostTokens = 10_000;
const deepestBrackets = 100;

/** Whether some code is too large to be read; what was scanned of it says nothing then. */
export const isBeyondReading = (tokens: readonly CodeToken[]): boolean =>
  tokens.length === 1 && tokens[0]?.kind === 'unknown' && tokens[0].text === '';

const beyondReading = (text: string): CodeToken[] => [
  { kind: 'unknown', text: '', start: 0, end: text.length, depth: 0 },
];

/**
 * The tokens of some code in their order; white space lies between them. JSX is not known. Of code that is too large to be
 * read it is one token, `unknown`.
 */
export const scanCode = (text: string): CodeToken[] => {
  const tokens: CodeToken[] = [];
  const open: Bracket[] = [];
  let before: CodeToken | undefined;
  let beforeBracket: Bracket | undefined;
  let at = skipSpace(text, text.startsWith('#!') ? endOfLine(text, 0) : 0);
  while (at < text.length) {
    const isRegexPossible = mayRegexFollow(before, beforeBracket);
    const [kind, end] = pieceAt(text, at, isRegexPossible, open.at(-1)?.sign === '${');
    const token: CodeToken = { kind, text: text.slice(at, end), start: at, end, depth: open.length };
    if (closes(token)) {
      beforeBracket = open.pop();
      token.depth = open.length;
    }
    tokens.push(token);
    if (tokens.length > mostTokens || open.length > deepestBrackets) return beyondReading(text);
    const sign = opens(token);
    if (sign) open.push({ sign, isCondition: conditions.has(before?.text ?? '') });
    if (kind !== 'comment') before = token;
    at = skipSpace(text, end);
  }
  return tokens;
};

/** The tokens without comments. */
export const scanMeaning = (text: string): CodeToken[] => scanCode(text).filter(({ kind }) => kind !== 'comment');

/** Whether every bracket, string and template is closed: else nothing about the code is sure. */
export const isWellFormed = (tokens: readonly CodeToken[]): boolean => {
  const open: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'unknown') return false;
    if (closes(token) && open.pop() !== partnerOf(token)) return false;
    const sign = opens(token);
    if (sign) open.push(sign);
  }
  return open.length === 0;
};

type Bracket = { sign: string /** Of an `if`, `while`, `for`: a statement follows it. */; isCondition: boolean };

const conditions = new Set(['if', 'while', 'for', 'with']);

const opens = ({ kind, text }: CodeToken): string | null => {
  if (kind === 'template') return text.endsWith('${') ? '${' : null;
  return kind === 'sign' && '({['.includes(text) ? text : null;
};

const closes = ({ kind, text }: CodeToken): boolean =>
  kind === 'template' ? text.startsWith('}') : kind === 'sign' && ')}]'.includes(text);

const partnerOf = ({ kind, text }: CodeToken): string => {
  if (kind === 'template') return '${';
  return { ')': '(', '}': '{', ']': '[' }[text] ?? '';
};

const patterns = {
  space: /[\s\uFEFF]*/uy,
  comment: /\/\/[^\n\r]*|\/\*.*?\*\//suy,
  name: /[#@]?[\p{ID_Start}_$][\p{ID_Continue}$\u200c\u200d]*/uy,
  number: /0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?n?/uy,
  string: /'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*"/suy,
  template: /`(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)/suy,
  templateAfter: /\}(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)/suy,
  regex: /\/(?![*/])(?:[^\\/[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[\p{ID_Continue}]*/uy,
  // `>` always stands alone, as it may close a list of types.
  sign: /\.\.\.|=>|\?\?=|\?\.(?!\d)|\?\?|===?|!==?|\*\*=?|\+\+|--|&&=?|\|\|=?|<<=?|<=|[-+*/%&|^]=|[-+*/%&|^!~=<>?:;,.(){}[\]]/uy,
  rest: /['"][^\n\r]*|`.*|\/\*.*|./suy,
};

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

const skipSpace = (text: string, at: number): number => endOf(patterns.space, text, at);

const endOfLine = (text: string, at: number): number => (text.indexOf('\n', at) + 1 || text.length + 1) - 1;

const pieceAt = (text: string, at: number, isRegexPossible: boolean, isInTemplate: boolean): [Kind, number] => {
  const candidates: [Kind, RegExp | null][] = [
    ['comment', patterns.comment],
    ['name', patterns.name],
    ['number', patterns.number],
    ['string', patterns.string],
    ['template', patterns.template],
    ['template', isInTemplate ? patterns.templateAfter : null],
    ['regex', isRegexPossible ? patterns.regex : null],
    ['unknown', /^(?:\/\*|[`'"])/u.test(text.slice(at, at + 2)) ? patterns.rest : null],
    ['sign', patterns.sign],
    ['unknown', patterns.rest],
  ];
  for (const [kind, pattern] of candidates) {
    const end = pattern ? endOf(pattern, text, at) : at;
    if (end > at) return [kind, end];
  }
  return ['unknown', at + 1];
};

/** Words after which a value begins, so that `/` is no division. */
const wordsBeforeValue = new Set(
  'await case delete do else extends in instanceof new of return throw typeof void yield'.split(' '),
);

const mayRegexFollow = (before: CodeToken | undefined, closed: Bracket | undefined): boolean => {
  switch (before?.kind) {
    case 'name':
      return wordsBeforeValue.has(before.text);
    case 'sign':
      if (before.text === ')') return closed?.isCondition ?? false;
      return !['}', ']', '++', '--'].includes(before.text);
    case 'template':
      return before.text.endsWith('${');
    default:
      return before === undefined;
  }
};
