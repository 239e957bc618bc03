import { type Board, cellText, documentTable, type Json, type Specification } from '#model';
import { handoutStyle } from './handoutStyle.ts';
import { pageRoom, pagesOf } from './pagesOf.ts';
import { pictureOf } from './pictureOf.ts';
import { specificationLines } from './specificationLines.ts';
import { element, escaped } from './xml.ts';

/** The documents of a read model at the moment that is printed. */
export type PrintedReadModel = { name: string; documents: { documentId: string; document: Json }[] };

/** Nobody reads more on paper. */
const mostRows = 200;

const wallPages = (board: Board): string => {
  const { svg, width, height } = pictureOf(board, { theme: 'print', margin: 12 });
  const { scale, corners } = pagesOf({ width, height });
  return corners
    .map(({ x, y }, page) => {
      const size = `width:${width * scale}px;height:${height * scale}px`;
      const part = corners.length > 1 ? `The wall, part ${page + 1} of ${corners.length}` : 'The wall';
      return element(
        'section',
        { class: 'page' },
        page === 0 ? element('h1', {}, escaped(board.name)) : '',
        element('p', { class: 'part' }, part),
        element(
          'div',
          {
            class: 'window',
            style: `width:${pageRoom.width}px;height:${Math.min(pageRoom.height, height * scale - y)}px`,
          },
          element('div', { style: `${size};margin:${-y}px 0 0 ${-x}px` }, svg),
        ),
      );
    })
    .join('');
};

const cellsOf = (tag: 'td' | 'th', texts: readonly string[]): string =>
  element('tr', {}, ...texts.map((text) => element(tag, {}, escaped(text))));

const tableOf = ({ name, documents }: PrintedReadModel): string => {
  const { columns, rows } = documentTable({ documents: documents.slice(0, mostRows), changed: [] });
  const more = documents.length - mostRows;
  return element(
    'article',
    {},
    element('h3', {}, escaped(name)),
    documents.length === 0
      ? element('p', {}, 'No documents yet.')
      : element(
          'table',
          {},
          element('thead', {}, cellsOf('th', ['Document', ...columns])),
          element(
            'tbody',
            {},
            ...rows.map(({ documentId, cells }) =>
              cellsOf('td', [documentId, ...cells.map(({ value }) => cellText(value))]),
            ),
          ),
        ),
    more > 0 ? element('p', {}, `And ${more.toLocaleString('en')} more.`) : '',
  );
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

/**
 * A model as an HTML document to be printed: the wall on landscape pages, then the documents of its read models, then its
 * specifications. No scripts, nothing that is fetched, all text escaped.
 */
export const handoutOf = (board: Board, readModels: readonly PrintedReadModel[]): string =>
  `<!doctype html>${element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, escaped(board.name)),
      element('style', {}, handoutStyle),
    ),
    element(
      'body',
      {},
      wallPages(board),
      chapter('Read models', readModels.map(tableOf)),
      chapter('Specifications', specificationsOf(board)),
    ),
  )}`;
