import { type CodeFunction, closingOf, isName, isSign } from './functionsIn.ts';
import type { CodeToken } from './scanCode.ts';

/** A `case` or `default` with all that stands behind it, up to the next. */
type Clause = { label: CodeToken; tokens: CodeToken[] };

/** How a function tells messages apart by their type. */
export type Dispatch =
  | { kind: 'switch'; clauses: Clause[] /** The brace behind the last clause. */; end: CodeToken | undefined }
  /** The first `if` that asks for a type. */
  | { kind: 'ifs'; first: CodeToken }
  /** It asks for types in a way that nothing can safely be added to. */
  | { kind: 'other' }
  /** It treats all types alike. */
  | { kind: 'none' };

export const dispatchIn = ({ body, isBlock }: CodeFunction): Dispatch => {
  const switches = body.flatMap((token, index) => (isName(token, 'switch') ? switchAt(body, index) : []));
  const [only, ...others] = switches;
  if (only) return others.length === 0 ? only : { kind: 'other' };
  const comparisons = body.filter((_token, index) => isComparison(body, index));
  if (comparisons.length === 0) return { kind: 'none' };
  const first = body.find((token, index) => isName(token, 'if') && asksForType(body, index));
  return isBlock && first && first.depth === body[0]?.depth ? { kind: 'ifs', first } : { kind: 'other' };
};

const switchAt = (tokens: CodeToken[], at: number): Extract<Dispatch, { kind: 'switch' }>[] => {
  const closing = closingOf(tokens, at + 1);
  const brace = tokens[closing + 1];
  if (!brace || !isName(tokens[closing - 1], 'type') || !isSign(brace, '{')) return [];
  const end = closingOf(tokens, closing + 1);
  const inside = tokens.slice(closing + 2, end);
  const starts = inside.flatMap((token, index) =>
    isName(token, 'case', 'default') && token.depth === brace.depth + 1 ? [index] : [],
  );
  const clauses = starts.flatMap((start, index): Clause[] => {
    const label = inside[start];
    return label ? [{ label, tokens: inside.slice(start, starts[index + 1] ?? inside.length) }] : [];
  });
  return [{ kind: 'switch', clauses, end: tokens[end] }];
};

/** Whether the text at a token is the type of a message that is made there: `{ type: 'CartOpened', data: … }`. */
export const isTypeMade = (tokens: readonly CodeToken[], at: number): boolean =>
  tokens[at]?.kind === 'string' && isSign(tokens[at - 1], ':') && isName(tokens[at - 2], 'type');

const isEqual = (token: CodeToken | undefined): boolean => isSign(token, '===', '==', '!==', '!=');

/** At the sign between `event.type` and a text, in either order. */
const isComparison = (tokens: CodeToken[], at: number): boolean => {
  if (!isEqual(tokens[at])) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (isName(before, 'type') && after?.kind === 'string') || before?.kind === 'string';
};

/** An `if` whose condition is that the type is this one, and may be more. */
const asksForType = (tokens: CodeToken[], at: number): boolean => {
  const condition = tokens.slice(at + 2, closingOf(tokens, at + 1));
  return condition.some((token, index) => isSign(token, '===', '==') && isComparison(condition, index));
};
