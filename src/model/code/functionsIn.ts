import type { CodeToken } from './scanCode.ts';

/** A function of some code, as tokens. The body holds what stands in its braces, or the expression behind the arrow. */
export type CodeFunction = { name: CodeToken; parameters: CodeToken[]; body: CodeToken[]; isBlock: boolean };

export const isSign = (token: CodeToken | undefined, ...signs: string[]): boolean =>
  token?.kind === 'sign' && signs.includes(token.text);

export const isName = (token: CodeToken | undefined, ...names: string[]): boolean =>
  token?.kind === 'name' && names.includes(token.text);

/** The first index from a place on, and before another; -1 where there is none. A long text is not copied for it. */
const indexFrom = (
  tokens: readonly CodeToken[],
  from: number,
  isWanted: (token: CodeToken, index: number) => boolean,
  to = tokens.length,
): number => {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token && isWanted(token, index)) return index;
  }
  return -1;
};

/** The index of the bracket that closes the one at `open`; behind the end where none does. */
export const closingOf = (tokens: readonly CodeToken[], open: number): number => {
  const depth = tokens[open]?.depth ?? 0;
  const end = indexFrom(tokens, open + 1, (token) => token.depth <= depth);
  return end < 0 ? tokens.length : end;
};

/** The names of the parameters; null stands for one that is taken apart. */
export const parameterNames = ({ parameters }: CodeFunction): (string | null)[] => {
  const depth = parameters[0]?.depth ?? 0;
  const names: (string | null)[] = [];
  let isNext = true;
  let lists = 0;
  for (const token of parameters.filter((each) => each.depth === depth)) {
    if (isNext) names.push(token.kind === 'name' ? token.text : null);
    if (isSign(token, '<')) lists += 1;
    if (isSign(token, '>')) lists -= 1;
    isNext = lists === 0 && isSign(token, ',');
  }
  return names;
};

/**
 * The functions with one of the names, in well-formed code without comments: `function decide() {}`, `decide = () =>`,
 * `decide: () =>`, `decide() {}`. A function type reads like an arrow with an expression.
 */
export const functionsIn = (tokens: readonly CodeToken[], names: readonly string[]): CodeFunction[] => {
  const found: CodeFunction[] = [];
  let around: CodeFunction[] = [];
  tokens.forEach((token, index) => {
    if (!isName(token, ...names) || isSign(tokens[index - 1], '.', '?.')) return;
    around = around.filter(({ body }) => token.start < (body.at(-1)?.end ?? 0));
    const next = around.length < deepestFunctions ? functionAt(tokens, index) : null;
    if (!next) return;
    found.push(next);
    around.push(next);
  });
  return found;
};

/** No contract lies deeper; who writes more functions into each other wants every one to be read with all in it. */
const deepestFunctions = 5;

/** As many tokens may stand between a name and what it begins: a type of the parameters, or of the result. */
export const longestHead = 500;

const functionAt = (tokens: readonly CodeToken[], at: number): CodeFunction | null => {
  const name = tokens[at];
  const start = startOfFunction(tokens, at);
  if (!name || start === null) return null;
  const single = tokens[start];
  if (single && !isSign(single, '(')) return arrowFrom(tokens, name, [single], start + 1);
  const end = closingOf(tokens, start);
  const parameters = tokens.slice(start + 1, end);
  return blockFrom(tokens, name, parameters, end + 1) ?? arrowFrom(tokens, name, parameters, end + 1);
};

/** Where the parameters begin: at their bracket, or at the only one where it has none. */
const startOfFunction = (tokens: readonly CodeToken[], at: number): number | null => {
  const afterName = at + 1;
  if (isSign(tokens[afterName], '(')) return afterName;
  if (isSign(tokens[afterName], '<')) return bracketAfter(tokens, afterName);
  const isDeclared = isName(tokens[at - 1], 'const', 'let', 'var');
  const value = isDeclared ? behindSign(tokens, afterName, '=') : isSign(tokens[afterName], ':', '=') ? at + 2 : null;
  if (value === null) return null;
  const afterAsync = isName(tokens[value], 'async') ? value + 1 : value;
  if (isName(tokens[afterAsync], 'function') || isSign(tokens[afterAsync], '<'))
    return bracketAfter(tokens, afterAsync);
  if (isSign(tokens[afterAsync], '(')) return afterAsync;
  return tokens[afterAsync]?.kind === 'name' && isSign(tokens[afterAsync + 1], '=>') ? afterAsync : null;
};

const bracketAfter = (tokens: readonly CodeToken[], at: number): number | null => {
  const depth = tokens[at]?.depth;
  const bracket = indexFrom(tokens, at, (token) => isSign(token, '(') && token.depth === depth, at + longestHead);
  return bracket < 0 ? null : bracket;
};

const behindSign = (tokens: readonly CodeToken[], at: number, sign: string): number | null => {
  const depth = tokens[at]?.depth ?? 0;
  for (let index = at; index < at + longestHead; index += 1) {
    const token = tokens[index];
    if (!token || token.depth < depth || isSign(token, ';')) return null;
    if (token.depth === depth && isSign(token, sign)) return index + 1;
  }
  return null;
};

const statementWords = ['export', 'const', 'let', 'var', 'function', 'type', 'interface', 'import', 'class', 'enum'];

/** `type` may be a property's name too. */
const isStatement = (tokens: readonly CodeToken[], at: number): boolean =>
  isName(tokens[at], ...statementWords) && (tokens[at + 1]?.kind === 'name' || isSign(tokens[at + 1], '{', '['));

const arrowFrom = (
  tokens: readonly CodeToken[],
  name: CodeToken,
  parameters: CodeToken[],
  at: number,
): CodeFunction | null => {
  const afterArrow = isSign(tokens[at], '=>') ? at + 1 : isSign(tokens[at], ':') ? behindSign(tokens, at, '=>') : null;
  if (afterArrow === null) return null;
  if (isSign(tokens[afterArrow], '{'))
    return { name, parameters, body: tokens.slice(afterArrow + 1, closingOf(tokens, afterArrow)), isBlock: true };
  const depth = tokens[afterArrow]?.depth ?? 0;
  const end = indexFrom(
    tokens,
    afterArrow,
    (token, index) =>
      token.depth < depth || (token.depth === depth && (isSign(token, ';', ',') || isStatement(tokens, index))),
  );
  return { name, parameters, body: tokens.slice(afterArrow, end < 0 ? tokens.length : end), isBlock: false };
};

/** Of a declaration or method: between the parameters and the body may stand a type, itself perhaps in braces. */
const blockFrom = (
  tokens: readonly CodeToken[],
  name: CodeToken,
  parameters: CodeToken[],
  at: number,
): CodeFunction | null => {
  const depth = tokens[at]?.depth ?? 0;
  for (let index = at; index < at + longestHead; index += 1) {
    const token = tokens[index];
    if (!token || token.depth < depth || isSign(token, ';', '=', '=>')) return null;
    if (index === at && !isSign(token, ':', '{')) return null;
    if (!isSign(token, '{') || token.depth > depth) continue;
    const end = closingOf(tokens, index);
    if (index === at || !isSign(tokens[index - 1], ':', '|', '&', '<', ','))
      return { name, parameters, body: tokens.slice(index + 1, end), isBlock: true };
    index = end;
  }
  return null;
};
