import { type NoteKind, namePieces } from '#model';

/** Shares of the letters' height, half bold, in the widest of the fonts that systems have: none overflows its note. */
const widths: readonly [RegExp, number][] = [
  [/[iljI.,:;'|!]/, 0.35],
  [/[frt()[\]{}\-/\s"]/, 0.46],
  [/[mwMW@%]/, 1],
  [/[A-Z&]/, 0.77],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u, 1],
];

const usualWidth = 0.69;

const widthOfLetter = (letter: string): number => widths.find(([letters]) => letters.test(letter))?.[1] ?? usualWidth;

/** About how wide a line will be: which font draws it is known only where it is looked at. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size;

/** Cut off with an ellipsis where it does not fit. */
export const cutTo = (text: string, size: number, width: number): string => {
  if (widthOf(text, size) <= width) return text;
  const letters = Array.from(text);
  let count = letters.length;
  while (count > 0 && widthOf(`${letters.slice(0, count).join('')}…`, size) > width) count -= 1;
  return `${letters.slice(0, count).join('').trimEnd()}…`;
};

/** A piece that is wider than a line, in parts that are not. */
const partsOf = (piece: string, size: number, width: number): string[] => {
  const parts: string[] = [''];
  for (const letter of Array.from(piece)) {
    const last = parts[parts.length - 1] ?? '';
    if (last !== '' && widthOf(last + letter, size) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
};

export type Column = { size: number; width: number; mostLines: number };

/** The lines of a note's name, broken between its words as on the wall; what does not fit is cut off. */
export const nameLines = (name: string, kind: NoteKind, { size, width, mostLines }: Column): string[] => {
  const fits = (line: string) => widthOf(line.trimEnd(), size) <= width;
  const lines: string[] = [''];
  for (const piece of namePieces(name, kind).flatMap((whole) =>
    fits(whole) ? [whole] : partsOf(whole, size, width),
  )) {
    const last = lines[lines.length - 1] ?? '';
    if (last === '' || fits(last + piece)) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
    if (lines.length > mostLines) break;
  }
  const shown = lines.slice(0, mostLines).map((line) => line.trim());
  if (lines.length <= mostLines) return shown;
  const last = shown.at(-1) ?? '';
  return [...shown.slice(0, -1), cutTo(`${last}…`, size, width)];
};
