import type { NoteKind } from '#model';
import type { PictureTheme } from './PictureOptions.ts';

/** On what a picture is drawn: the colours of the wall in one of its themes, which a test compares; or white, for printing. */
export type Paper = {
  canvas: string;
  ink: string;
  quietInk: string;
  line: string;
};

export const papers: { readonly [T in PictureTheme]: Paper } = {
  light: { canvas: '#f5f5f3', ink: '#1d1d1b', quietInk: '#62625c', line: '#8a8a84' },
  dark: { canvas: '#141517', ink: '#ececee', quietInk: '#a6a9b0', line: '#7a7d85' },
  print: { canvas: '#ffffff', ink: '#1d1d1b', quietInk: '#62625c', line: '#8a8a84' },
};

/** On notes, which look the same on either paper. */
export const noteInk = { plain: '#1d1d1b', quiet: '#3f3f3a' } as const;

/** Stickers are coloured by `kindInfo`; these are the colours of their rims. */
export const rims: { readonly [K in NoteKind]: string } = {
  event: '#b27541',
  command: '#4e8ca1',
  decider: '#898662',
  policy: '#9e75a6',
  'read-model': '#7a8a59',
  actor: '#8c8626',
  system: '#ae738e',
  screen: '#828282',
  hotspot: '#c66673',
  frame: '#84847e',
};

export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

/** So much of one colour of six hexadecimal digits over another; `share` from 0 to 1. */
export const mixed = (colour: string, over: string, share: number): string => {
  const channel = (start: number) => {
    const [top, below] = [colour, over].map((hex) => Number.parseInt(hex.slice(start, start + 2), 16));
    return Math.round((top ?? 0) * share + (below ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
};
