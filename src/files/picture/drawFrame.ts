import { nameSize, type Rectangle } from '#model';
import type { DrawnNote } from './drawSticker.ts';
import { glyph, lettering } from './lettering.ts';
import { type Paper, rims } from './paper.ts';
import { insetAll, roundedPath } from './roundedPath.ts';
import { nameLines, widthOf } from './writing.ts';
import { element, escaped } from './xml.ts';

const iconSize = 13;
const padding = 8;
const gap = 6;

/** The lines of a frame's name, and the room that they take in its upper left corner. */
const titleOf = ({ name, kind, place }: Pick<DrawnNote, 'name' | 'kind' | 'place'>) => {
  const size = nameSize(name, kind) === 'small' ? 12 : 14;
  const most = Math.max(24, place.width - 20 - 2 * padding - iconSize - gap);
  const lines = nameLines(name, kind, { size, width: most, mostLines: 3 });
  const room: Rectangle = {
    x: place.x + 10,
    y: place.y + 8,
    width: Math.max(...lines.map((line) => widthOf(line, size))) + 2 * padding + iconSize + gap,
    height: Math.max(24, lines.length * size * 1.22 + 4),
  };
  return { size, lines, room };
};

/** Where a frame has its name. */
export const titleRoom = (frame: Parameters<typeof titleOf>[0]): Rectangle => titleOf(frame).room;

const drawTitle = (frame: DrawnNote, paper: Paper): string => {
  const { size, lines, room } = titleOf(frame);
  const { x: left, y: top, height } = room;
  const first = top + height / 2 - ((lines.length - 1) * size * 1.22) / 2;
  const nameAt = left + padding + iconSize + gap;
  return [
    element('rect', { ...room, rx: 6, fill: paper.canvas }),
    glyph(frame.kind, left + padding, top + height / 2 - iconSize / 2, iconSize, paper.quietInk),
    ...lines.map((text, index) =>
      lettering({ text, x: nameAt, y: first + index * size * 1.22, size, fill: paper.ink }),
    ),
  ].join('');
};

/** An area behind the other notes, with its name in its upper left corner. */
export const drawFrame = (frame: DrawnNote, paper: Paper): string => {
  const rim = frame.standing === 'context' ? 3 : 1.5;
  const radius = 10 - rim / 2;
  return element(
    'g',
    { 'data-note': frame.id, class: 'frame' },
    element('title', {}, escaped(`${frame.kindWord}: ${frame.name}`)),
    element('path', {
      d: roundedPath(insetAll(frame.place, rim / 2), [radius, radius, radius, radius]),
      fill: paper.ink,
      'fill-opacity': 0.03,
      stroke: rims.frame,
      'stroke-width': rim,
    }),
    drawTitle(frame, paper),
  );
};
