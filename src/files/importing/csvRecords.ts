import type { Json } from '#event-store';
import { type CsvFault, csvRows, delimiterOf } from './csvRows.ts';
import { isJsonShallow } from './jsonRecords.ts';

type Kind = 'number' | 'boolean' | 'json' | 'text';

export type TableRecord = { line: number; value: { [column: string]: Json } };

/** Whole numbers of at most 15 digits come back as they were; `007`, `1e5`, `+1` and `1,5` are no numbers but texts. */
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** What names things, however much it looks like a number. */
const isNaming = (column: string): boolean =>
  /(?:^|[^a-z])(?:id|ids|uuid|key|code|no|nr|number|zip|plz|phone|tel|sku|ean|isbn|iban)$/i.test(
    column.replace(/([a-z\d])([A-Z])/g, '$1 $2').trim(),
  );

const kindOfCell = (cell: string): Kind => {
  if (plainNumber.test(cell)) return 'number';
  if (/^(?:true|false)$/i.test(cell)) return 'boolean';
  return isJsonShallow(cell) ? 'json' : 'text';
};

/** A column is of a kind where all of its cells are: one id with a leading zero keeps the whole column text. */
const kindsOf = (rows: Iterable<{ cells: string[] } | CsvFault>, header: string[]): Kind[] => {
  const kinds: (Kind | undefined)[] = header.map((column) => (isNaming(column) ? 'text' : undefined));
  for (const row of rows) {
    if (!('cells' in row)) continue;
    for (const [index, cell] of row.cells.entries()) {
      const known = kinds[index];
      if (known === 'text' || cell.trim() === '') continue;
      const kind = kindOfCell(cell.trim());
      kinds[index] = known === undefined || known === kind ? kind : 'text';
    }
  }
  return header.map((_, index) => kinds[index] ?? 'text');
};

const inKind = (cell: string, kind: Kind): Json => {
  switch (kind) {
    case 'number':
      return Number(cell);
    case 'boolean':
      return /^true$/i.test(cell.trim());
    case 'json':
      return JSON.parse(cell) as Json;
    case 'text':
      return cell;
  }
};

/** Columns need names that differ. */
const headerOf = (cells: string[]): string[] => {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const wanted = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
    taken.add(name);
    return name;
  });
};

/** A table with a head. Cells become numbers, true and false only where their whole column is; empty ones are not there. */
export const readTable = (text: string) => {
  const delimiter = delimiterOf(text) || ',';
  const body = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  const skipped = body > 0 ? 1 : 0;
  const rows = () => csvRows(text.slice(body), delimiter);
  const first = rows().next().value;
  const header = first && 'cells' in first ? headerOf(first.cells) : [];
  const kinds = kindsOf(withoutFirst(rows()), header);

  function* records(): Generator<TableRecord | CsvFault> {
    for (const row of withoutFirst(rows())) {
      const line = row.line + skipped;
      if (!('cells' in row)) yield { line, problem: row.problem };
      else if (row.cells.slice(header.length).some((cell) => cell.trim() !== ''))
        yield { line, problem: `has ${row.cells.length} cells under a head of ${header.length}` };
      else yield { line, value: recordOf(row.cells, header, kinds) };
    }
  }
  return { header, records };
};

function* withoutFirst<Row>(rows: Iterable<Row>): Generator<Row> {
  let isFirst = true;
  for (const row of rows) {
    if (!isFirst) yield row;
    isFirst = false;
  }
}

const recordOf = (cells: string[], header: string[], kinds: Kind[]): { [column: string]: Json } =>
  Object.fromEntries(
    header.flatMap((column, index) => {
      const cell = cells[index] ?? '';
      return cell.trim() === '' || column === '__proto__' ? [] : [[column, inKind(cell, kinds[index] ?? 'text')]];
    }),
  );
