import { type Dispatch, dispatchIn } from './dispatchIn.ts';
import { type CodeFunction, closingOf, isName, isSign, parameterNames } from './functionsIn.ts';
import type { CodeToken } from './scanCode.ts';
import { textOf } from './textOf.ts';

/** Text to put in at an offset. */
export type Insertion = { at: number; text: string };

/** What a new case is to do: lines of a statement without indent, given what the function looks like. */
export type CaseBody = (style: CaseStyle) => string[];

/** How the cases that stand there are written. */
type CaseStyle = {
  /** Names of the parameters; null where one is taken apart. */
  parameters: (string | null)[];
  /** Cases leave with `break`; what follows the switch returns. */
  isBroken: boolean;
  code: string;
};

/** What a function makes of the types of messages. */
export type Knowledge = {
  /** Names of those that it has no case for. */
  missing: string[];
  /** A `default` takes them. */
  arePassedOver: boolean;
};

/** What a function does not ask for, of the given types; nothing where it treats all alike. */
export const knowledgeOf = (body: CodeFunction, types: readonly string[]): Knowledge => {
  const dispatch = dispatchIn(body);
  if (dispatch.kind === 'none') return { missing: [], arePassedOver: false };
  const named = new Set(body.body.filter(({ kind }) => kind === 'string').map(textOf));
  return {
    missing: types.filter((type) => !named.has(type)),
    arePassedOver: dispatch.kind !== 'switch' || dispatch.clauses.some(({ label }) => isName(label, 'default')),
  };
};

/** A case for a type beside those that are there; null where there is no safe place for one. */
export const caseFor = (code: string, body: CodeFunction, type: string, bodyOf: CaseBody): Insertion | null => {
  const dispatch = dispatchIn(body);
  switch (dispatch.kind) {
    case 'switch':
      return inSwitch(code, body, dispatch, type, bodyOf);
    case 'ifs':
      return beforeIfs(code, body, dispatch.first, type, bodyOf);
    default:
      return null;
  }
};

const inSwitch = (
  code: string,
  body: CodeFunction,
  { clauses, end }: Extract<Dispatch, { kind: 'switch' }>,
  type: string,
  bodyOf: CaseBody,
): Insertion | null => {
  if (!end) return null;
  const cases = clauses.filter(({ label }) => isName(label, 'case'));
  const [first] = cases;
  const defaultAt = clauses.findIndex(({ label }) => isName(label, 'default'));
  const before = clauses[defaultAt < 0 ? clauses.length - 1 : defaultAt - 1];
  const isBroken = cases.length > 0 && !cases.some(({ tokens }) => has(tokens, 'return'));
  const style = { parameters: parameterNames(body), isBroken, code: bodyText(code, body) };
  const indent = first ? indentAt(code, first.label.start) : `${indentAt(code, end.start)}  `;
  const lines = bodyOf(style);
  if (lines.length === 0) return null;
  const unit = indent.includes('\t') ? '\t' : '  ';
  const label = `case ${quotedLike(type, first?.tokens[1]?.text)}:`;
  const text = `${indent}${label}\n${lines.map((line) => `${indent}${unit}${line}\n`).join('')}`;
  if (before && endsOnItsOwn(before.tokens)) {
    const next = clauses[clauses.indexOf(before) + 1]?.label ?? end;
    return atLineOf(code, next, text);
  }
  return atLineOf(code, clauses[0]?.label ?? end, text);
};

/** In front of the others, where nothing has returned yet. */
const beforeIfs = (
  code: string,
  body: CodeFunction,
  first: CodeToken,
  type: string,
  bodyOf: CaseBody,
): Insertion | null => {
  const tokens = body.body;
  const at = tokens.indexOf(first);
  const condition = tokens.slice(at + 2, closingOf(tokens, at + 1));
  const sign = condition.findIndex((token) => isSign(token, '===', '=='));
  const subject = subjectOf(condition, sign, code);
  const lines = bodyOf({ parameters: parameterNames(body), isBroken: false, code: bodyText(code, body) });
  if (subject === null || lines.length === 0) return null;
  const indent = indentAt(code, first.start);
  const like = condition.find(({ kind }) => kind === 'string')?.text;
  const head = `if (${subject} === ${quotedLike(type, like)})`;
  const text =
    lines.length === 1
      ? `${indent}${head} ${lines[0]}\n`
      : `${indent}${head} {\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}}\n`;
  return atLineOf(code, first, text);
};

/** `event.type`, as the condition writes it. */
const subjectOf = (condition: CodeToken[], sign: number, code: string): string | null => {
  const end = condition.slice(0, sign).findLastIndex((token) => isName(token, 'type'));
  const last = condition[end];
  if (!last) return null;
  let start = end;
  while (isSign(condition[start - 1], '.', '?.') && condition[start - 2]?.kind === 'name') start -= 2;
  return code.slice(condition[start]?.start ?? last.start, last.end);
};

const has = (tokens: readonly CodeToken[], ...words: string[]): boolean =>
  tokens.some((token) => isName(token, ...words));

/** Whether nothing runs on from a clause into the one behind it. */
const endsOnItsOwn = (clause: CodeToken[]): boolean => {
  const colon = clause.findIndex((token) => isSign(token, ':') && token.depth === clause[0]?.depth);
  const inside = clause.slice(colon + 1);
  const isBlock = isSign(inside[0], '{') && closingOf(inside, 0) === inside.length - 1;
  const statements = isBlock ? inside.slice(1, -1) : inside;
  const depth = statements[0]?.depth;
  const last = statements.findLastIndex(
    (token) => token.depth === depth && isName(token, 'return', 'break', 'throw', 'continue'),
  );
  if (last < 0 || isConditional(statements, last)) return false;
  const after = statements.slice(last).findIndex((token) => token.depth === depth && isSign(token, ';'));
  return after < 0 || last + after === statements.length - 1;
};

const isConditional = (tokens: CodeToken[], at: number): boolean =>
  isSign(tokens[at - 1], ')') || isName(tokens[at - 1], 'else');

const bodyText = (code: string, { body }: CodeFunction): string =>
  code.slice(body[0]?.start ?? 0, body.at(-1)?.end ?? 0);

const startOfLine = (code: string, offset: number): number => code.lastIndexOf('\n', offset - 1) + 1;

const indentAt = (code: string, offset: number): string =>
  /^[ \t]*/u.exec(code.slice(startOfLine(code, offset), offset))?.[0] ?? '';

/** Onto lines of its own in front of a token, whatever stands in front of that in its line. */
const atLineOf = (code: string, { start }: CodeToken, text: string): Insertion => {
  const line = startOfLine(code, start);
  const commented = startOfComments(code, line);
  if (code.slice(line, start).trim() === '') return { at: commented, text };
  return { at: start, text: `\n${text}${indentAt(code, start)}` };
};

/** The comments straight above a line belong to it. */
const startOfComments = (code: string, line: number): number => {
  let start = line;
  while (start > 0) {
    const above = startOfLine(code, start - 1);
    if (!/^\s*\/\//u.test(code.slice(above, start))) break;
    start = above;
  }
  return start;
};

/** A text in the quotes that the others have. */
const quotedLike = (text: string, like = "'"): string => {
  const quote = like.startsWith('"') ? '"' : "'";
  return `${quote}${text.replace(/\\/gu, '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
};
