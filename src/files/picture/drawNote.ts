import { kindInfo, nameSize, type Rectangle } from '#model';
import { type DrawnNote, drawSticker } from './drawSticker.ts';
import { glyph, lettering } from './lettering.ts';
import { noteInk } from './paper.ts';
import { inset } from './roundedPath.ts';
import { cutTo, nameLines, widthOf } from './writing.ts';
import { element, escaped } from './xml.ts';

const sizes = { base: 14, small: 12 } as const;
const word = { size: 11, weight: 500, gap: 4 } as const;
const icon = { small: 13, large: 18 } as const;

/** The lines of a name around the middle of the room that is left for it. */
const drawName = ({ name, kind }: DrawnNote, room: Rectangle, mostLines: number, lineHeight: number): string => {
  const size = sizes[nameSize(name, kind)];
  const step = size * lineHeight;
  const lines = nameLines(name, kind, { size, width: room.width, mostLines });
  const first = room.y + room.height / 2 - ((lines.length - 1) * step) / 2;
  const x = room.x + room.width / 2;
  return lines
    .map((text, index) => lettering({ text, x, y: first + index * step, size, fill: noteInk.plain, anchor: 'middle' }))
    .join('');
};

/** Icon and word in a row above the name, as most kinds have it. */
const drawSquare = (note: DrawnNote): string => {
  const room = inset(note.place, { top: 7, right: 9, bottom: 8, left: 9 });
  const middle = room.y + 9;
  const wordAt = room.x + icon.small + word.gap;
  const text = cutTo(note.kindWord, word.size, room.x + room.width - wordAt);
  return [
    glyph(note.kind, room.x, middle - icon.small / 2, icon.small, noteInk.quiet),
    lettering({ text, x: wordAt, y: middle, fill: noteInk.quiet, ...word }),
    drawName(note, inset(room, { top: 18, right: 0, bottom: 0, left: 0 }), 3, 1.22),
  ].join('');
};

/** The word below a larger icon. */
const drawPortrait = (note: DrawnNote): string => {
  const room = inset(note.place, { top: 8, right: 4, bottom: 8, left: 4 });
  const middle = room.x + room.width / 2;
  const wordBelow = room.y + icon.large + word.gap + word.size / 2;
  const text = cutTo(note.kindWord, word.size, room.width);
  const below = inset(room, { top: icon.large + word.gap + word.size, right: 0, bottom: 0, left: 0 });
  return [
    glyph(note.kind, middle - icon.large / 2, room.y, icon.large, noteInk.quiet),
    lettering({ text, x: middle, y: wordBelow, fill: noteInk.quiet, anchor: 'middle', ...word }),
    drawName(note, below, 3, 1.22),
  ].join('');
};

/** All in the middle, as a tilted note has no room at its corners. */
const drawDiamond = (note: DrawnNote): string => {
  const aside = note.place.width * 0.18;
  const room = inset(note.place, { top: 0, right: aside, bottom: 0, left: aside });
  const { name, kind, kindWord } = note;
  const size = sizes[nameSize(name, kind)];
  const lines = nameLines(name, kind, { size, width: room.width, mostLines: 5 }).length;
  const nameHeight = lines * size * 1.12;
  const top = room.y + (room.height - nameHeight - icon.small) / 2;
  const left = room.x + (room.width - icon.small - word.gap - widthOf(kindWord, word.size)) / 2;
  const wordAt = left + icon.small + word.gap;
  return [
    glyph(kind, left, top, icon.small, noteInk.quiet),
    lettering({ text: kindWord, x: wordAt, y: top + icon.small / 2, fill: noteInk.quiet, ...word }),
    drawName(note, { ...room, y: top + icon.small, height: nameHeight }, 5, 1.12),
  ].join('');
};

const drawWriting = (note: DrawnNote): string => {
  switch (kindInfo[note.kind].shape) {
    case 'portrait':
      return drawPortrait(note);
    case 'diamond':
      return drawDiamond(note);
    default:
      return drawSquare(note);
  }
};

/** A note of any kind but a frame. Its whole name is told where one points at it. */
export const drawNote = (note: DrawnNote): string =>
  element(
    'g',
    { 'data-note': note.id },
    element('title', {}, escaped(`${note.kindWord}: ${note.name}`)),
    drawSticker(note),
    drawWriting(note),
  );
