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

/** Answers for many offsets of one text on which line each stands. */
export const linesOf = (text: string): ((offset: number) => number) => {
  const ends = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
};

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
