import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { type Positions, positionAfter, positionsOf } from '#model';
import { workspace } from '#state';
import { useApp } from '../useApp.ts';
import { cleared, drawBars, mostOf } from './drawDensity.ts';
import { cellsOf, columnWidth, countColumns, type FarView } from './farColumns.ts';
import styles from './Lanes.module.css';
import { laneHeight } from './laneHeight.ts';
import { type Lane, nthAt, positionOfNth, type TimelineLayout } from './timelineLayout.ts';
import type { Seen } from './useSeenPart.ts';

type FarProps = {
  layout: TimelineLayout;
  lanes: readonly Lane[];
  rows: { first: number; last: number };
  factor: number;
  seen: Seen;
  /** What a filter lets through, where the rest is dimmed. */
  matches: Positions | null;
  /** The events that made the value that is asked after. */
  reasons: ReadonlySet<number>;
};

const viewOf = ({ layout, lanes, rows, factor, seen }: FarProps): FarView => {
  const { numbers } = layout.history.streams;
  const rowOf = new Map<number, number>();
  lanes.slice(rows.first, rows.last).forEach(({ stream }, row) => {
    rowOf.set(numbers.get(stream) ?? -1, row);
  });
  const from = Math.max(0, Math.floor(seen.from / columnWidth) * columnWidth);
  const to = Math.min(seen.to, layout.width * factor);
  return {
    factor,
    from,
    columns: Math.max(1, Math.ceil((to - from) / columnWidth)),
    rowOf: (stream) => rowOf.get(stream) ?? -1,
    rows: rows.last - rows.first,
  };
};

const draw = (context: CanvasRenderingContext2D, layout: TimelineLayout, view: FarView): void => {
  const types = layout.history.types.names.length;
  const counts = countColumns(layout, view);
  const most = mostOf(counts, types);
  for (let row = 0; row < view.rows; row += 1) {
    const ofRow = counts.subarray(row * view.columns * types, (row + 1) * view.columns * types);
    const middle = row * laneHeight + laneHeight / 2;
    drawBars(context, { counts: ofRow, types, columnWidth, middle, height: laneHeight - 10, most });
  }
};

/** The same mark as under the chips from near, drawn wide enough to be seen. */
const drawReasons = (context: CanvasRenderingContext2D, layout: TimelineLayout, view: FarView): void => {
  context.fillStyle = getComputedStyle(context.canvas).color;
  for (const cell of cellsOf(layout, view)) {
    const [row, column] = [Math.floor(cell / view.columns), cell % view.columns];
    context.fillRect(column * columnWidth - 1, (row + 1) * laneHeight - 5, columnWidth + 2, 4);
  }
};

/** The nearest event of the stream that was pressed, where there is one close by; else whatever is at that place. */
const positionNear = (layout: TimelineLayout, stream: string | undefined, x: number, reach: number): number => {
  const at = positionOfNth(layout, Math.max(1, nthAt(layout, x)));
  const from = positionOfNth(layout, Math.max(1, nthAt(layout, x - reach)));
  const to = positionOfNth(layout, Math.max(1, nthAt(layout, x + reach)));
  const ofStream = stream === undefined ? [] : positionsOf(layout.history.streams, stream);
  const near = positionAfter(ofStream, from - 1);
  return near !== undefined && near <= to ? near : at;
};

/** The lanes from afar: columns that say how many events of which type lie there. A press goes there. */
export const FarLanes = memo((props: FarProps) => {
  const { layout, lanes, rows, factor, matches, reasons } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = useApp((state) => state.scale);
  const view = viewOf(props);
  const { from } = view;
  const width = view.columns * columnWidth;
  const height = Math.max(1, view.rows) * laneHeight;

  useLayoutEffect(() => {
    const context = canvas.current && cleared(canvas.current, width, height, scale);
    if (!context) return;
    context.globalAlpha = matches ? 0.22 : 1;
    draw(context, layout, view);
    context.globalAlpha = 1;
    if (matches) draw(context, layout, { ...view, only: matches });
    if (reasons.size > 0)
      drawReasons(context, layout, { ...view, only: [...reasons].sort((one, other) => one - other) });
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const goThere = ({ offsetX, offsetY }: MouseEvent) => {
      const row = rows.first + Math.floor(offsetY / laneHeight);
      const reach = columnWidth / factor;
      workspace.seek(positionNear(layout, lanes[row]?.stream, (from + offsetX) / factor, reach));
    };
    element.addEventListener('click', goThere);
    return () => element.removeEventListener('click', goThere);
  }, [layout, lanes, rows, factor, from]);

  return (
    <canvas ref={canvas} className={styles.far} style={{ left: from, top: rows.first * laneHeight, width, height }} />
  );
});
