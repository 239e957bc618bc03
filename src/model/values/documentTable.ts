import type { Json } from '../definitions.ts';
import { compactText } from './compactText.ts';

/** Documents of a read model at a moment, and what those were before that its event changed; `null`: not there. */
type DocumentsAtMoment = {
  documents: readonly { documentId: string; document: Json }[];
  changed: readonly { documentId: string; before: Json | null }[];
};

export type DocumentCell = {
  column: string;
  value: Json | undefined;
  /** Set where this step changed it. */
  before?: Json | undefined;
  hasChanged: boolean;
};
export type DocumentRow = { documentId: string; kind: 'same' | 'changed' | 'new' | 'removed'; cells: DocumentCell[] };
/** `isWhole` where no document is a record: a cell is all of its document. */
export type DocumentTable = { columns: string[]; rows: DocumentRow[]; isWhole: boolean };

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document that is no record stands in one column of its own. */
const whole = 'value';

const fieldOf = (document: Json | null | undefined, column: string): Json | undefined => {
  if (document === null || document === undefined) return undefined;
  return isRecord(document) ? document[column] : column === whole ? document : undefined;
};

const columnsOf = (documents: (Json | null)[]): string[] => {
  const columns = new Set<string>();
  for (const document of documents)
    if (isRecord(document ?? undefined)) for (const column of Object.keys(document as object)) columns.add(column);
    else if (document !== null) columns.add(whole);
  return [...columns];
};

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Rows and columns of a read model at one moment, with what the event at this moment changed. */
export const documentTable = ({ documents, changed }: DocumentsAtMoment): DocumentTable => {
  const beforeById = new Map(changed.map(({ documentId, before }) => [documentId, before]));
  const there = new Set(documents.map(({ documentId }) => documentId));
  const gone = changed.filter(({ documentId, before }) => !there.has(documentId) && before !== null);
  const columns = columnsOf([...documents.map(({ document }) => document), ...gone.map(({ before }) => before)]);

  const rowOf = (documentId: string, document: Json): DocumentRow => {
    const before = beforeById.get(documentId);
    const wasTouched = beforeById.has(documentId);
    const cells = columns.map((column): DocumentCell => {
      const value = fieldOf(document, column);
      const earlier = fieldOf(before, column);
      const hasChanged = wasTouched && !isSame(value, earlier);
      return { column, value, hasChanged, ...(hasChanged && before !== null ? { before: earlier } : {}) };
    });
    const isChanged = cells.some(({ hasChanged }) => hasChanged);
    return { documentId, kind: !isChanged ? 'same' : before === null ? 'new' : 'changed', cells };
  };
  const removedRow = (documentId: string, before: Json | null): DocumentRow => ({
    documentId,
    kind: 'removed',
    cells: columns.map((column) => ({ column, value: fieldOf(before, column), hasChanged: false })),
  });

  return {
    columns,
    isWhole: documents.every(({ document }) => !isRecord(document)),
    rows: [
      ...documents.map(({ documentId, document }) => rowOf(documentId, document)),
      ...gone.map(({ documentId, before }) => removedRow(documentId, before)),
    ],
  };
};

/** A value on one line, as a cell has room for it or not. */
export const wholeCellText = (value: Json | undefined): string => {
  if (value === undefined) return '';
  if (value === null) return '–';
  if (typeof value !== 'object') return String(value);
  const text = Array.isArray(value) ? value.map(compactText).join(' · ') : compactText(value);
  return text === '' ? '[]' : text;
};

/** The same in a cell: nested values are cut where they are long. */
export const cellText = (value: Json | undefined): string => {
  const text = wholeCellText(value);
  return typeof value === 'object' && text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
