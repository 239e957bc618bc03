import type { NoteKind } from '#model';
import { kindGlyphs } from './kindGlyphs.ts';
import { element, escaped } from './xml.ts';

type Line = { text: string; x: number; y: number; size: number; fill: string; weight?: number; anchor?: 'middle' };

/** The middle of letters lies so much of their height above their line. */
const drop = 0.36;

/** A line of text; `y` is the middle of its letters, `x` its start or its middle. */
export const lettering = ({ text, x, y, size, fill, weight = 600, anchor }: Line): string =>
  element(
    'text',
    { x, y: y + drop * size, 'font-size': size, 'font-weight': weight, fill, 'text-anchor': anchor },
    escaped(text),
  );

/** A kind's icon with its upper left corner at a point. */
export const glyph = (kind: NoteKind, x: number, y: number, size: number, stroke: string): string =>
  element(
    'g',
    {
      transform: `translate(${x} ${y}) scale(${size / 24})`,
      fill: 'none',
      stroke,
      'stroke-width': 2.2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    kindGlyphs[kind],
  );
