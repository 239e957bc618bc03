import { kindInfo, type NoteKind, type Rectangle, type Standing } from '#model';
import { mixed, rims } from './paper.ts';
import { inset, insetAll, type Radii, roundedPath } from './roundedPath.ts';
import { element } from './xml.ts';

/** A note with all that is drawn of it. */
export type DrawnNote = {
  id: string;
  kind: NoteKind;
  kindWord: string;
  name: string;
  standing: Standing | undefined;
  place: Rectangle;
};

const radiiOf = (kind: NoteKind): Radii => {
  switch (kind) {
    case 'actor':
      return [40, 40, 6, 6];
    case 'policy':
      return [14, 5, 14, 5];
    case 'read-model':
      return [5, 5, 5, 22];
    case 'command':
      return [5, 5, 22, 5];
    default:
      return [5, 5, 5, 5];
  }
};

/** How wide the rim is at each side. */
const rimOf = (kind: NoteKind) => ({
  top: kind === 'screen' ? 6 : 1.5,
  right: 1.5,
  bottom: 1.5,
  left: kind === 'system' ? 7 : 1.5,
});

/** Corners inside a rim are as much less round as it is wide. */
const insideOf = ([a, b, c, d]: Radii, { top, right, bottom, left }: ReturnType<typeof rimOf>): Radii => {
  const less = (radius: number, by: number) => Math.max(0, radius - by);
  return [
    less(a, Math.max(top, left)),
    less(b, Math.max(top, right)),
    less(c, Math.max(bottom, right)),
    less(d, Math.max(bottom, left)),
  ];
};

/** A tilted note is a square that stands on its corner. */
const stickerPlace = ({ kind, place }: DrawnNote): Rectangle => {
  if (kindInfo[kind].shape !== 'diamond') return place;
  const [aside, above] = [place.width * 0.1465, place.height * 0.1465];
  return inset(place, { top: above, right: aside, bottom: above, left: aside });
};

const gradientOf = (kind: NoteKind): string => {
  const isFlat = kind === 'screen' || kindInfo[kind].shape === 'diamond';
  return isFlat ? kindInfo[kind].color : `url(#sticker-${kind})`;
};

/** Light falls on stickers from above. One for each kind, for the `defs` of a picture. */
export const stickerGradient = (kind: NoteKind): string => {
  const { color } = kindInfo[kind];
  return element(
    'linearGradient',
    { id: `sticker-${kind}`, x1: 0.37, y1: 0, x2: 0.63, y2: 1 },
    element('stop', { offset: 0, 'stop-color': mixed('#ffffff', color, 0.22) }),
    element('stop', { offset: 0.55, 'stop-color': color }),
  );
};

/** A second line around what is public. */
const publicLine = (place: Rectangle, kind: NoteKind): string => {
  const by = 2.75;
  const [a, b, c, d] = radiiOf(kind);
  return element('path', {
    d: roundedPath(insetAll(place, -by), [a + by, b + by, c + by, d + by]),
    fill: 'none',
    stroke: rims[kind],
    'stroke-width': 1.5,
  });
};

const stickerAt = (place: Rectangle, { kind, standing }: DrawnNote): string => {
  const [radii, rim] = [radiiOf(kind), rimOf(kind)];
  const outer = roundedPath(place, radii);
  return [
    element('path', { d: outer, transform: 'translate(0 2)', fill: '#181816', 'fill-opacity': 0.13 }),
    element('path', { d: outer, fill: rims[kind] }),
    element('path', { d: roundedPath(inset(place, rim), insideOf(radii, rim)), fill: gradientOf(kind) }),
    standing === 'public' ? publicLine(place, kind) : '',
  ].join('');
};

export const drawSticker = (note: DrawnNote): string => {
  const place = stickerPlace(note);
  const sticker = stickerAt(place, note);
  if (kindInfo[note.kind].shape !== 'diamond') return sticker;
  const { x, y, width, height } = place;
  return element('g', { transform: `rotate(45 ${x + width / 2} ${y + height / 2})` }, sticker);
};
