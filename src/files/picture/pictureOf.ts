import {
  arrowBetween,
  arrowHead,
  type Board,
  boundsOf,
  kindWordOf,
  type Place,
  placesOf,
  type Rectangle,
  standingOf,
  whyUnheard,
} from '#model';
import { drawFrame } from './drawFrame.ts';
import { drawNote } from './drawNote.ts';
import { type DrawnNote, stickerGradient } from './drawSticker.ts';
import type { Picture, PictureOptions } from './PictureOptions.ts';
import { fontFamily, type Paper, papers } from './paper.ts';
import { element, escaped } from './xml.ts';

/** Of a wall without notes: enough to see that there is a picture. */
const emptyPlace: Rectangle = { x: 0, y: 0, width: 320, height: 180 };

const chosenPlaces = (board: Board, noteIds: readonly string[] | undefined): Place[] => {
  const chosen = noteIds && new Set(noteIds);
  return placesOf(board).filter(({ noteId }) => !chosen || chosen.has(noteId));
};

const drawnNotes = (board: Board, places: readonly Place[]): DrawnNote[] =>
  places.flatMap((place) => {
    const definition = board.definitions[board.notes[place.noteId]?.definitionId ?? ''];
    if (!definition) return [];
    return {
      id: place.noteId,
      kind: place.kind,
      kindWord: kindWordOf(board, definition),
      name: definition.name,
      standing: standingOf(board, definition),
      place,
    };
  });

const drawArrows = (board: Board, places: readonly Place[], paper: Paper): string => {
  const byNote = new Map(places.map((place) => [place.noteId, place]));
  return Object.values(board.connections)
    .map(({ id, from, to }) => {
      const [fromPlace, toPlace] = [byNote.get(from), byNote.get(to)];
      if (!fromPlace || !toPlace) return '';
      const { line, head } = arrowBetween(fromPlace, toPlace);
      return element(
        'g',
        { 'data-arrow': id },
        element('path', {
          d: line,
          fill: 'none',
          stroke: paper.line,
          'stroke-width': 1.6,
          'stroke-dasharray': whyUnheard(board, from, to) ? '2 6' : undefined,
        }),
        element('path', {
          d: arrowHead,
          transform: `translate(${head.x} ${head.y}) rotate(${head.turn})`,
          fill: paper.line,
        }),
      );
    })
    .join('');
};

/**
 * A board, or some of its notes, as an SVG document of its own: no scripts, nothing that is fetched, the fonts of the
 * system, all text escaped. Groups carry the ids of what they draw as `data-note` and `data-arrow`.
 */
export const pictureOf = (board: Board, { theme = 'light', noteIds, margin = 32 }: PictureOptions = {}): Picture => {
  const paper = papers[theme];
  const places = chosenPlaces(board, noteIds);
  const bounds = boundsOf(places) ?? emptyPlace;
  const [x, y] = [Math.floor(bounds.x - margin), Math.floor(bounds.y - margin)];
  const width = Math.ceil(bounds.width + 2 * margin) + 1;
  const height = Math.ceil(bounds.height + 2 * margin) + 1;
  const notes = drawnNotes(board, places);
  const [frames, others] = [notes.filter(({ kind }) => kind === 'frame'), notes.filter(({ kind }) => kind !== 'frame')];
  const kinds = [...new Set(others.map(({ kind }) => kind))];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `${x} ${y} ${width} ${height}`,
      role: 'img',
      'font-family': fontFamily,
    },
    element('title', {}, escaped(board.name)),
    element('defs', {}, ...kinds.map(stickerGradient)),
    element('rect', { x, y, width, height, fill: paper.canvas }),
    ...frames.map((frame) => drawFrame(frame, paper)),
    drawArrows(board, places, paper),
    ...others.map((note) => drawNote(note)),
  );
  return { svg, x, y, width, height };
};
