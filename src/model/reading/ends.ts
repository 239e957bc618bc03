import type { Token } from './tokens.ts';

const closing = [',', ';', ')', ']', '}'];
const afterStatement = ['export', 'const', 'let', 'function', 'type', 'import', 'class', 'interface'];

export const closesExpression = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && closing.includes(token.value);

const beginsStatement = ({ kind, value }: Token): boolean => kind === 'word' && afterStatement.includes(value);

/**
 * For each token, where an expression that goes on with it ends: at what closes the brackets around it, a comma, a
 * semicolon or the next statement.
 */
export const expressionEndsOf = (tokens: readonly Token[], partners: readonly number[]): number[] => {
  const ends: number[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    const next = Math.max(partners[at] ?? at, at) + 1;
    const isEnd = token !== undefined && (closesExpression(token) || beginsStatement(token));
    ends[at] = isEnd ? at : (ends[next] ?? next);
  }
  return ends;
};

/** For each token, the closing brace of the block around it; the end of all where there is none. */
export const blockEndsOf = (tokens: readonly Token[], partners: readonly number[]): number[] => {
  const open: number[] = [];
  return tokens.map(({ kind, value }, at) => {
    if (open.at(-1) === at) open.pop();
    const end = open.at(-1) ?? tokens.length;
    if (kind === 'mark' && (value === '{' || value === '${')) open.push(partners[at] ?? at);
    return end;
  });
};
