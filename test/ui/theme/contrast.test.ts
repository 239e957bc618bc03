import { describe, expect, it } from 'vitest';
import { themeColours as themes } from '../../support/themeColours.ts';

type Colours = { [token: string]: string };

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** As WCAG 2 defines it. */
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const tooFaint = (colours: Colours, pairs: string[][], least: number): string[] =>
  pairs
    .filter(([front = '', back = '']) => contrast(colours[front] ?? '', colours[back] ?? '') < least)
    .map((pair) => pair.join(' on '));

const surfaces = ['canvas', 'surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'past-surface'];
const kinds = ['event', 'command', 'decider', 'policy', 'read-model', 'actor', 'system', 'screen', 'hotspot'];

describe.each(themes)('the $theme theme', ({ colours }) => {
  it('has text that can be read on every surface', () => {
    const plain = ['ink', 'ink-quiet'].flatMap((ink) => surfaces.map((surface) => [ink, surface]));
    const toned = ['accent', 'danger', 'success', 'warning'].flatMap((tone) => [
      [`${tone}-text`, 'surface'],
      [`${tone}-text`, 'surface-raised'],
      [`${tone}-text`, `${tone}-soft`],
    ]);
    const filled = [
      ['accent-ink', 'accent'],
      ['accent-ink', 'accent-hover'],
      ['danger-ink', 'danger'],
      ['danger-ink', 'danger-hover'],
      ['past-text', 'past-surface'],
    ];
    const code = ['keyword', 'string', 'number', 'type', 'comment'].map((part) => [`code-${part}`, 'surface']);
    expect(tooFaint(colours, [...plain, ...toned, ...filled, ...code], 4.5)).toEqual([]);
  });

  it('has edges and marks that can be seen', () => {
    const edges = ['edge-strong', 'focus'].flatMap((edge) => [
      [edge, 'surface'],
      [edge, 'canvas'],
    ]);
    expect(tooFaint(colours, [...edges, ['past', 'past-surface']], 3)).toEqual([]);
  });

  it('has names that can be read on every sticker', () => {
    expect(
      tooFaint(
        colours,
        kinds.map((kind) => ['note-ink', `note-${kind}`]),
        4.5,
      ),
    ).toEqual([]);
  });

  it('has stickers whose edge, or body, stands out from the canvas', () => {
    const hidden = kinds.filter(
      (kind) =>
        tooFaint(colours, [[`note-${kind}-edge`, 'canvas']], 3).length +
          tooFaint(colours, [[`note-${kind}`, 'canvas']], 3).length >
        1,
    );
    expect(hidden).toEqual([]);
  });
});
