import type { Insertion } from './addCase.ts';
import { closingOf, isName, isSign } from './functionsIn.ts';
import type { CodeToken } from './scanCode.ts';
import { textOf } from './textOf.ts';

/** A list of texts under a name, such as `canHandle`: the tokens between its brackets, and the closing bracket. */
export type TextList = { items: CodeToken[]; close: CodeToken; isPlain: boolean };

export const listNamed = (tokens: readonly CodeToken[], name: string): TextList | null => {
  for (const [index, token] of tokens.entries()) {
    if (!isName(token, name) || isSign(tokens[index - 1], '.')) continue;
    const open = openOf(tokens, index);
    if (open === null) continue;
    const end = closingOf(tokens, open);
    const close = tokens[end];
    const items = tokens.slice(open + 1, end);
    const isPlain = items.every((item) => item.kind === 'string' || isSign(item, ','));
    if (close) return { items, close, isPlain };
  }
  return null;
};

const openOf = (tokens: readonly CodeToken[], at: number): number | null => {
  const isDeclared = isName(tokens[at - 1], 'const', 'let', 'var');
  const sign = isDeclared
    ? tokens.findIndex((token, index) => index > at && token.depth === tokens[at]?.depth && isSign(token, '=', ';'))
    : at + 1;
  return isSign(tokens[sign], '=', ':') && isSign(tokens[sign + 1], '[') ? sign + 1 : null;
};

export const textsIn = ({ items }: TextList): string[] => items.filter(({ kind }) => kind === 'string').map(textOf);

/** More texts at the end of a list, in one line or with lines of their own as the others have. */
export const textsAtEnd = (code: string, list: TextList, texts: readonly string[]): Insertion | null => {
  if (!list.isPlain) return null;
  const { items, close } = list;
  const quote = items.some(({ text }) => text.startsWith('"')) ? '"' : "'";
  const added = texts.map((text) => `${quote}${text.replaceAll(quote, `\\${quote}`)}${quote}`);
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return { at: close.start, text: added.join(', ') };
  const hasComma = isSign(last, ',');
  const lead = hasComma ? '' : ',';
  const isTall = /\n\s*$/u.test(code.slice(0, close.start));
  if (!isTall) return { at: last.end, text: `${lead} ${added.join(', ')}` };
  const indent = /[ \t]*$/u.exec(code.slice(0, first.start))?.[0] ?? '';
  return { at: last.end, text: `${lead}${added.map((item) => `\n${indent}${item}`).join(',')}${hasComma ? ',' : ''}` };
};
