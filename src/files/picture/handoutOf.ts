import { type Board, placesOf, type Rectangle, type Specification } from '#model';
import { titleRoom } from './drawFrame.ts';
import { handoutStyle } from './handoutStyle.ts';
import { type PagePart, pagesOf } from './pagesOf.ts';
import { pictureOf } from './pictureOf.ts';
import { type PrintedReadModel, printedDocuments } from './printedDocuments.ts';
import { specificationLines } from './specificationLines.ts';
import { element, escaped } from './xml.ts';

/** How far the history had come; its last position is 0 where nothing has happened. */
export type PrintedMoment = { position: number; last: number };

/** What no page is to cut: notes, and the names of frames with the corner that they stand in. */
const keptWhole = (board: Board): Rectangle[] =>
  placesOf(board).map((place) => {
    if (place.kind !== 'frame') return place;
    const name = board.definitions[board.notes[place.noteId]?.definitionId ?? '']?.name ?? '';
    const title = titleRoom({ name, kind: place.kind, place });
    return {
      ...{ x: place.x, y: place.y },
      ...{ width: title.x + title.width - place.x, height: title.y + title.height - place.y },
    };
  });

const wordsOn = (parts: readonly PagePart[], { row, column }: PagePart, page: number): string =>
  parts.length > 1 ? `The wall, part ${page + 1} of ${parts.length}: row ${row}, column ${column}` : 'The wall';

const wallPages = (board: Board): string => {
  const { svg, x, y, width, height } = pictureOf(board, { theme: 'print', margin: 12 });
  const whole = keptWhole(board).map((one) => ({ ...one, x: one.x - x, y: one.y - y }));
  const { scale, parts } = pagesOf({ width, height }, whole);
  return parts
    .map((part, page) => {
      const size = `width:${width * scale}px;height:${height * scale}px`;
      return element(
        'section',
        { class: 'page' },
        page === 0 ? element('h1', {}, escaped(board.name)) : '',
        element('p', { class: 'part' }, wordsOn(parts, part, page)),
        element(
          'div',
          { class: 'window', style: `width:${part.width}px;height:${part.height}px` },
          element('div', { style: `${size};margin:${-part.y}px 0 0 ${-part.x}px` }, svg),
        ),
      );
    })
    .join('');
};

const printedSpecification = (specification: Specification): string =>
  element(
    'article',
    {},
    element('h4', {}, escaped(specification.name)),
    element(
      'dl',
      {},
      ...specificationLines(specification).map(({ word, lines }) =>
        [element('dt', {}, word), ...lines.map((line) => element('dd', {}, escaped(line)))].join(''),
      ),
    ),
  );

const specificationsOf = (board: Board): string[] =>
  Object.values(board.definitions).flatMap(({ id, name }) => {
    const own = Object.values(board.specifications).filter(({ definitionId }) => definitionId === id);
    return own.length === 0 ? [] : [element('h3', {}, escaped(name)), ...own.map(printedSpecification)];
  });

const chapter = (title: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : element('section', { class: 'chapter' }, element('h2', {}, title), ...parts);

const momentWords = ({ position, last }: PrintedMoment): string =>
  position === 0
    ? 'Before the first event.'
    : `As of event ${position.toLocaleString('en')} of ${last.toLocaleString('en')}.`;

const readModelsOf = (readModels: readonly PrintedReadModel[], moment: PrintedMoment): string[] =>
  readModels.length === 0
    ? []
    : [element('p', { class: 'part' }, momentWords(moment)), ...readModels.map(printedDocuments)];

/**
 * A model as an HTML document to be printed: the wall on landscape pages, then the documents of its read models, then its
 * specifications. No scripts, nothing that is fetched, all text escaped.
 */
export const handoutOf = (board: Board, readModels: readonly PrintedReadModel[], moment: PrintedMoment): string =>
  `<!doctype html>${element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, escaped(board.name)),
      element('style', {}, handoutStyle(board.name)),
    ),
    element(
      'body',
      {},
      wallPages(board),
      chapter('Read models', readModelsOf(readModels, moment)),
      chapter('Specifications', specificationsOf(board)),
    ),
  )}`;
