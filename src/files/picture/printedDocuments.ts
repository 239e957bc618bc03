import { documentTable, type Json, wholeCellText } from '#model';
import { widthOf } from './writing.ts';
import { element, escaped } from './xml.ts';

/** The documents of a read model at the moment that is printed. */
export type PrintedReadModel = { name: string; documents: { documentId: string; document: Json }[] };

/** Nobody reads more on paper. */
const [mostRows, mostLetters] = [200, 4000];

/** Letters of a word that is broken only after so many: a table is as wide as its words. */
const longestWord = 24;

/** As `handoutStyle` has them, in CSS pixels: room beside a cell's letters, their size, and what a page is wide. */
const [besideLetters, letterSize, pageWidth] = [13, 11, 960];

const printedText = (value: Json | undefined): string => {
  const text = wholeCellText(value);
  return text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
};

const behindLongWord = new RegExp(`(?<=\\S{${longestWord}})(?=\\S)`, 'u');

/** A long word may be broken where it has to be. */
const broken = (text: string): string => text.split(behindLongWord).map(escaped).join(element('wbr', {}));

const leastWidth = (texts: readonly string[]): number => {
  const words = texts.flatMap((text) => text.split(/\s+/u)).map((word) => word.slice(0, longestWord));
  return Math.max(0, ...words.map((word) => widthOf(word, letterSize))) + besideLetters;
};

const rowOf = (tag: 'td' | 'th', texts: readonly string[]): string =>
  element('tr', {}, ...texts.map((text) => element(tag, {}, broken(text))));

type Texts = { heads: string[]; rows: string[][] };

const tableOf = ({ heads, rows }: Texts): string =>
  element(
    'table',
    {},
    element('thead', {}, rowOf('th', heads)),
    element('tbody', {}, ...rows.map((texts) => rowOf('td', texts))),
  );

/** Where a table would be wider than the page: one document below the other. */
const listsOf = ({ heads, rows }: Texts): string =>
  rows
    .map(([documentId = '', ...texts]) =>
      [
        element('h4', {}, broken(documentId)),
        element(
          'dl',
          { class: 'fields' },
          ...texts.flatMap((text, index) =>
            text === '' ? [] : [element('dt', {}, broken(heads[index + 1] ?? '')), element('dd', {}, broken(text))],
          ),
        ),
      ].join(''),
    )
    .join('');

const documentsOf = (documents: PrintedReadModel['documents']): string => {
  const { columns, rows } = documentTable({ documents: documents.slice(0, mostRows), changed: [] });
  const heads = ['Document', ...columns];
  const texts = rows.map(({ documentId, cells }) => [documentId, ...cells.map(({ value }) => printedText(value))]);
  const width = heads.reduce(
    (sum, head, column) => sum + leastWidth([head, ...texts.map((row) => row[column] ?? '')]),
    0,
  );
  const shown = { heads, rows: texts };
  return width > pageWidth ? listsOf(shown) : tableOf(shown);
};

/** A read model on paper: a table of its documents, or one below the other where that would be too wide. */
export const printedDocuments = ({ name, documents }: PrintedReadModel): string => {
  const more = documents.length - mostRows;
  return element(
    'article',
    {},
    element('h3', {}, escaped(name)),
    documents.length === 0 ? element('p', {}, 'No documents yet.') : documentsOf(documents),
    more > 0 ? element('p', {}, `And ${more.toLocaleString('en')} more.`) : '',
  );
};
