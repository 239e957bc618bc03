import type { CodeToken } from './scanCode.ts';

/** What a string says, without its quotes. */
export const textOf = ({ text }: CodeToken): string =>
  text.slice(1, -1).replace(/\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.))/gsu, unescaped);

const signs: { [letter: string]: string } = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

const unescaped = (_: string, point?: string, unit?: string, byte?: string, letter = ''): string => {
  const code = point ?? unit ?? byte;
  return code === undefined ? (signs[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16));
};

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
