import type { HistoryIndex } from './historyIndex.ts';
import { countUpTo } from './positions.ts';

/**
 * How many events of each type lie in each column, where the first `head` events are laid out over so many columns of
 * equal width: `counts[column * types + type]`. Its cost does not depend on the number of events.
 */
export const densityOf = ({ types }: HistoryIndex, head: number, columns: number): Uint32Array => {
  const counts = new Uint32Array(columns * types.names.length);
  types.positions.forEach((positions, type) => {
    let before = 0;
    for (let column = 0; column < columns; column += 1) {
      const upTo = countUpTo(positions, Math.floor(((column + 1) * head) / columns));
      counts[column * types.names.length + type] = upTo - before;
      before = upTo;
    }
  });
  return counts;
};

/** Counts events by cell and type: `counts[cell * types + type]`. A cell of -1 is not counted. */
export const countInCells = (
  { types }: HistoryIndex,
  cells: number,
  placed: Iterable<{ position: number; cell: number }>,
): Uint32Array => {
  const counts = new Uint32Array(cells * types.names.length);
  for (const { position, cell } of placed) {
    if (cell < 0) continue;
    const at = cell * types.names.length + (types.at[position - 1] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};
