export type CsvRow = { line: number; cells: string[] };
export type CsvFault = { line: number; problem: string };

/** Separators of columns that are looked for, the likelier first where two would do. */
const delimiters = [',', ';', '\t', '|'] as const;

/** A quoted cell that is longer has no end: somebody forgot a quote. In characters. */
const longestCell = 1_000_000;

const unclosed = 'opens a quote that is never closed';

/**
 * The rows of a table after RFC 4180, with any separator, any line end, and line breaks in quoted cells. A reader of our
 * own, as those there are do not tell the line of what they cannot read, nor go on behind it.
 */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow | CsvFault> {
  const cursor = { text, at: 0, line: 1 };
  while (cursor.at < text.length) {
    const { at, line } = cursor;
    const cells = readRow(cursor, delimiter);
    if (cells) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells };
      continue;
    }
    yield { line, problem: unclosed };
    cursor.at = afterLine(text, at);
    cursor.line = line + 1;
  }
}

type Cursor = { text: string; at: number; line: number };

const afterLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** Reads to behind the line's end; null where a quote has no end. */
const readRow = (cursor: Cursor, delimiter: string): string[] | null => {
  const cells: string[] = [];
  for (;;) {
    const cell = cursor.text[cursor.at] === '"' ? readQuoted(cursor, delimiter) : readPlain(cursor, delimiter);
    if (cell === null) return null;
    cells.push(cell);
    const next = cursor.text[cursor.at];
    if (next === delimiter) cursor.at += 1;
    else {
      if (next === '\r') cursor.at += cursor.text[cursor.at + 1] === '\n' ? 2 : 1;
      else cursor.at += 1;
      cursor.line += 1;
      return cells;
    }
  }
};

const readPlain = (cursor: Cursor, delimiter: string): string => {
  const { text, at } = cursor;
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  cursor.at = end;
  return text.slice(at, end);
};

/** What stands behind the closing quote, against the rules, is kept as it is. */
const readQuoted = (cursor: Cursor, delimiter: string): string | null => {
  const { text, at } = cursor;
  let [from, cell, lines] = [at + 1, '', 0];
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - at > longestCell) return null;
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      cursor.at = quote + 1;
      break;
    }
    cell += '"';
    from = quote + 2;
  }
  for (let place = cell.indexOf('\n'); place >= 0; place = cell.indexOf('\n', place + 1)) lines += 1;
  cursor.line += lines;
  return cell + readPlain(cursor, delimiter);
};

/** The separator that cuts the first lines into the most columns, as many in each; '' where none does. */
export const delimiterOf = (text: string): string => {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared?.[1]) return declared[1];
  const head = text.slice(0, 64_000);
  const widthOf = (delimiter: string): number => {
    const widths: number[] = [];
    for (const row of csvRows(head, delimiter)) {
      if ('cells' in row) widths.push(row.cells.length);
      if (widths.length === 20) break;
    }
    // The last row of the head may have been cut off.
    const whole = widths.length > 2 && head.length < text.length ? widths.slice(0, -1) : widths;
    const [first = 1] = whole;
    return whole.filter((width) => width === first).length >= whole.length * 0.8 ? first : 1;
  };
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, width: widthOf(delimiter) }))
    .filter(({ width }) => width > 1)
    .sort((one, other) => other.width - one.width);
  return best?.delimiter ?? '';
};
