import { cellText, type DocumentCell, type DocumentRow, documentTable } from '#model';
import { element, named, part, scrolled } from './element.ts';
import type { DocumentsAt, Moments } from './moments.ts';
import { texts } from './texts.ts';

/** Rows of a page of a read model, besides those that have just changed. */
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

const createReadModelView = (moments: Moments, index: number, name: string) => {
  let [position, page] = [moments.first, 0];
  const [head, body] = [element('h3'), element('div')];
  const draw = (): void => {
    const readModel = moments.documentsAt(index, position, mostRows, page);
    page = readModel.page;
    head.replaceChildren(...headShown(readModel));
    body.replaceChildren(...documentsShown(readModel));
    pager.view.hidden = readModel.pages === 1;
    pager.show(readModel);
  };
  const pager = createPager(name, (by) => {
    page = Math.max(0, page + by);
    draw();
  });
  return {
    view: element('article', {}, head, body, pager.view),
    show: (at: number): void => {
      position = at;
      draw();
    },
  };
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
      for (const view of views) view.show(position);
    },
  };
};
