import { cellText, type DocumentCell, type DocumentRow, documentTable } from '#model';
import { element, named, part, scrolled } from './element.ts';
import type { DocumentsAt, Moments } from './moments.ts';
import { texts } from './texts.ts';

/** Rows that are shown of a read model, besides those that have just changed. */
const mostRows = 24;

const cellShown = ({ value, before, hasChanged }: DocumentCell): HTMLElement => {
  const text = named(cellText(value), {
    title: typeof value === 'object' ? JSON.stringify(value, null, 2) : undefined,
  });
  const isNested = typeof (value ?? before) === 'object' && (value ?? before) !== null;
  if (!hasChanged) return element('td', { class: isNested ? 'nested' : undefined }, text);
  return element(
    'td',
    { class: isNested ? 'nested' : undefined },
    ...(before === undefined ? [] : [element('del', {}, named(cellText(before))), ' ']),
    ...(value === undefined ? [] : [element('ins', {}, text)]),
  );
};

const rowWords = { new: texts.added, removed: texts.removed, changed: texts.changed, same: '' } as const;

const rowShown = ({ documentId, kind, cells }: DocumentRow): HTMLElement =>
  element(
    'tr',
    { class: kind },
    element(
      'th',
      { scope: 'row' },
      named(documentId),
      ...(kind === 'same' ? [] : [' ', element('small', {}, rowWords[kind])]),
    ),
    ...cells.map(cellShown),
  );

const tableShown = (readModel: DocumentsAt): HTMLElement => {
  const { columns, rows, isWhole } = documentTable(readModel);
  const heads = isWhole ? [texts.value] : columns;
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': readModel.name },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, texts.document),
          ...heads.map((column) => element('th', { scope: 'col' }, named(column))),
        ),
      ),
      element('tbody', {}, ...rows.map(rowShown)),
    ),
    ...(readModel.left > 0 ? [element('p', { class: 'quiet' }, texts.more(readModel.left))] : []),
  );
};

const readModelShown = (readModel: DocumentsAt): HTMLElement => {
  const { name, documents, changed, broken } = readModel;
  return element(
    'article',
    {},
    element(
      'h3',
      {},
      named(name),
      ...(changed.length > 0 ? [' ', element('small', { class: 'dot' }, texts.changed)] : []),
    ),
    ...(broken === undefined ? [] : [element('p', { class: 'trouble' }, texts.broke(broken))]),
    documents.length + changed.length === 0 && readModel.left === 0
      ? element('p', { class: 'quiet' }, texts.noDocuments)
      : tableShown(readModel),
  );
};

/** The documents of all read models, with what the event changed. */
export const createReadModelsView = (moments: Moments, count: number) => {
  const body = scrolled(texts.readModels);
  return {
    view: part('read-models', texts.readModels, body),
    show: (position: number): void => {
      const all = Array.from({ length: count }, (_, index) => moments.documentsAt(index, position, mostRows));
      body.replaceChildren(
        ...(count === 0 ? [element('p', { class: 'quiet' }, texts.noReadModels)] : all.map(readModelShown)),
      );
    },
  };
};
