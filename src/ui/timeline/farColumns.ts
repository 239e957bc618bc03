import { countInCells, countUpTo, type Positions } from '#model';
import { eventWidth, nthAt, positionOfNth, startOfNth, type TimelineLayout } from './timelineLayout.ts';

/** Pixels of one column. */
export const columnWidth = 4;

/** What of the lanes is drawn: pixels of the axis, and rows. */
export type FarView = {
  factor: number;
  from: number;
  columns: number;
  rowOf: (stream: number) => number;
  rows: number;
  only?: Positions;
};

/** Which events that are shown lie between two pixels of the axis. */
function* placed(layout: TimelineLayout, view: FarView) {
  const { factor, from, columns, rowOf, only } = view;
  const { streams } = layout.history;
  const last = nthAt(layout, (from + columns * columnWidth) / factor);
  let next = only ? countUpTo(only, positionOfNth(layout, Math.max(1, nthAt(layout, from / factor))) - 1) : 0;
  for (let nth = Math.max(1, nthAt(layout, from / factor)); nth <= last; nth += 1) {
    const position = positionOfNth(layout, nth);
    if (only && only[next] !== position) continue;
    next += 1;
    const row = rowOf(streams.at[position - 1] ?? -1);
    const middle = (startOfNth(layout, nth) + eventWidth / 2) * factor;
    const column = Math.floor((middle - from) / columnWidth);
    const isInside = row >= 0 && column >= 0 && column < columns;
    yield { position, cell: isInside ? row * columns + column : -1 };
  }
}

/** How many events of each type lie in each column of each row: `counts[(row * columns + column) * types + type]`. */
export const countColumns = (layout: TimelineLayout, view: FarView): Uint32Array =>
  countInCells(layout.history, view.rows * view.columns, placed(layout, view));

/** The cells that hold some of the events of `only`, each once: `row * columns + column`. */
export const cellsOf = (layout: TimelineLayout, view: FarView): Set<number> => {
  const cells = new Set<number>();
  for (const { cell } of placed(layout, view)) if (cell >= 0) cells.add(cell);
  return cells;
};
