import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { kindInfo, noteKinds } from '#model';
import { kindGlyphs } from '../../../src/files/picture/kindGlyphs.ts';
import { noteInk, papers, rims } from '../../../src/files/picture/paper.ts';
import { noteIcons } from '../../../src/ui/canvas/noteIcons.ts';
import { themeColours } from '../../support/themeColours.ts';

it.each(themeColours)('has the colours of the wall in its $theme theme', ({ theme, colours }) => {
  expect(papers[theme]).toEqual({
    canvas: colours.canvas,
    ink: colours.ink,
    quietInk: colours['ink-quiet'],
    line: colours['edge-strong'],
  });
  expect(noteInk).toEqual({ plain: colours['note-ink'], quiet: colours['note-ink-quiet'] });
});

const stickers = noteKinds.filter((kind) => kind !== 'frame');

it.each(stickers)('colours a sticker and its rim as the wall does: %s', (kind) => {
  const { colours } = themeColours[0];
  expect([kindInfo[kind].color.toLowerCase(), rims[kind]]).toEqual([
    colours[`note-${kind}`],
    colours[`note-${kind}-edge`],
  ]);
});

it.each(noteKinds)('draws the icon that the wall has: %s', (kind) => {
  const markup = renderToStaticMarkup(createElement(noteIcons[kind]));
  const inside = markup.slice(markup.indexOf('>') + 1, markup.lastIndexOf('</svg>'));
  expect(kindGlyphs[kind]).toBe(inside.replaceAll(/><\/(?:path|rect|circle|line)>/g, '/>'));
});
