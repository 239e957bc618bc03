import { cellText, type DocumentCell, type DocumentRow, documentTable, type Json, wholeCellText } from '#model';
import { element, named, part, scrolled } from './element.ts';
import type { DocumentsAt, Moments } from './moments.ts';
import { texts } from './texts.ts';
import { valueTree } from './valueTree.ts';

/** Rows of a page of a read model, besides those that have just changed. */
const mostRows = 24;

/** Letters of a nested value that has changed, which are shown at once. */
const mostLetters = 240;

/** A value in its cell; what is cut there opens, as a finger and a key have no tooltip. */
const valueShown = (value: Json, isChange: boolean): HTMLElement => {
  const whole = wholeCellText(value);
  const text = isChange && whole.length <= mostLetters ? whole : cellText(value);
  if (text === whole || value === null) return named(text);
  return element('details', {}, element('summary', {}, named(text)), valueTree(value));
};

const cellShown = ({ value, before, hasChanged }: DocumentCell): HTMLElement => {
  const isNested = typeof (value ?? before) === 'object' && (value ?? before) !== null;
  return element(
    'td',
    { class: isNested ? 'nested' : undefined },
    ...(!hasChanged || before === undefined ? [] : [element('del', {}, valueShown(before, true)), ' ']),
    ...(value === undefined
      ? []
      : [hasChanged ? element('ins', {}, valueShown(value, true)) : valueShown(value, false)]),
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
  );
};

const headShown = ({ name, changed }: DocumentsAt): (Node | string)[] => [
  named(name),
  ...(changed.length > 0 ? [' ', element('small', { class: 'dot' }, texts.changed)] : []),
];

const documentsShown = (readModel: DocumentsAt): HTMLElement[] => {
  const { documents, changed, broken, left } = readModel;
  const isEmpty = documents.length + changed.length + left === 0;
  return [
    ...(broken === undefined ? [] : [element('p', { class: 'trouble' }, texts.broke(broken))]),
    isEmpty ? element('p', { class: 'quiet' }, texts.noDocuments) : tableShown(readModel),
    ...(left > 0 ? [element('p', { class: 'quiet' }, texts.more(left))] : []),
  ];
};

/** Turns the pages of a long read model; it stays where it is while one steps, and keeps the focus. */
const createPager = (name: string, turn: (by: number) => void) => {
  const button = (label: string, by: number): HTMLButtonElement => {
    const made = element('button', { type: 'button', 'aria-label': `${label}: ${name}` }, label);
    made.addEventListener('click', () => turn(by));
    return made;
  };
  const [back, forward] = [button(texts.pageBack, -1), button(texts.pageForward, 1)];
  const place = element('span', { role: 'status' });
  return {
    view: element('div', { class: 'pager' }, back, place, forward),
    show: ({ page, pages }: DocumentsAt): void => {
      place.textContent = texts.page(page + 1, pages);
      back.setAttribute('aria-disabled', String(page === 0));
      forward.setAttribute('aria-disabled', String(page === pages - 1));
    },
  };
};

/** Documents of two moments are the same ones where nothing has happened to them in between. */
const isSame = (one: DocumentsAt | undefined, other: DocumentsAt): boolean =>
  one !== undefined &&
  one.changed.length + other.changed.length === 0 &&
  [one.page === other.page, one.pages === other.pages, one.broken === other.broken].every(Boolean) &&
  one.documents.length === other.documents.length &&
  one.documents.every(({ documentId, document }, index) => {
    const beside = other.documents[index];
    return documentId === beside?.documentId && document === beside.document;
  });

const createReadModelView = (moments: Moments, index: number, name: string) => {
  let [position, page] = [moments.first, 0];
  let shown: DocumentsAt | undefined;
  const [head, body] = [element('h3'), element('div')];
  const draw = (): boolean => {
    const readModel = moments.documentsAt(index, position, mostRows, page);
    page = readModel.page;
    // With many read models most steps leave most of them as they are: those are not laid out anew.
    if (isSame(shown, readModel)) return false;
    shown = readModel;
    head.replaceChildren(...headShown(readModel));
    body.replaceChildren(...documentsShown(readModel));
    pager.view.hidden = readModel.pages === 1;
    pager.show(readModel);
    return readModel.changed.length > 0;
  };
  const pager = createPager(name, (by) => {
    page = Math.max(0, page + by);
    draw();
  });
  return {
    view: element('article', {}, head, body, pager.view),
    /** Answers whether the event there changed one of its documents. */
    show: (at: number): boolean => {
      position = at;
      return draw();
    },
  };
};

/** What has changed comes into sight, where nothing of it is: with many read models it may lie far below. */
const bringIntoSight = (body: HTMLElement, changed: readonly HTMLElement[]): void => {
  if (changed.length === 0 || body.scrollHeight <= body.clientHeight) return;
  const around = body.getBoundingClientRect();
  const boxes = changed.map((view) => view.getBoundingClientRect());
  const [first] = boxes;
  if (!first || boxes.some(({ top }) => top >= around.top && top < around.bottom - 48)) return;
  body.scrollTop += first.top - around.top;
};

/** The documents of all read models, with what the event changed. */
export const createReadModelsView = (moments: Moments, readModels: readonly { name: string }[]) => {
  const views = readModels.map(({ name }, index) => createReadModelView(moments, index, name));
  const body = scrolled(texts.readModels);
  body.append(
    ...(views.length === 0 ? [element('p', { class: 'quiet' }, texts.noReadModels)] : views.map(({ view }) => view)),
  );
  return {
    view: part('read-models', texts.readModels, body),
    show: (position: number): void => {
      const changed = views.filter((view) => view.show(position));
      bringIntoSight(
        body,
        changed.map(({ view }) => view),
      );
    },
  };
};
