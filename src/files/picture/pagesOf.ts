import type { Rectangle } from '#model';
import type { Picture } from './PictureOptions.ts';

/** What a landscape page of A4 or letter has room for below a heading, in CSS pixels. */
export const pageRoom = { width: 950, height: 610 };

/** Names have 14 px on the wall; on paper they are not smaller than about half of that. */
const smallestScale = 0.5;

/** A wall that takes more is drawn smaller. */
const mostPages = 24;

/** A part of the scaled wall on a page of its own; rows and columns are counted from 1. */
export type PagePart = Rectangle & { row: number; column: number };
export type Pages = { scale: number; parts: PagePart[] };

type Extent = Pick<Picture, 'width' | 'height'>;
type Span = { from: number; to: number };

/** Around what is kept whole: its rim and shadow. */
const aside = 5;

/** Where a page ends that begins at `from`, and where the next one begins. */
const cutAfter = (from: number, room: number, kept: readonly Span[]): { end: number; next: number } => {
  const limit = from + room;
  const startOfCut = (at: number): number | undefined => {
    const cut = kept.filter((span) => span.from < at && at < span.to && span.to - span.from < room / 2);
    return cut.length === 0 ? undefined : Math.min(...cut.map((span) => span.from));
  };
  for (let at: number | undefined = limit; at !== undefined && at > from + room / 2; ) {
    const start = startOfCut(at);
    if (start === undefined) return { end: at, next: at };
    at = start;
  }
  // Nothing is free there: what this page cuts is whole on the next one.
  return { end: limit, next: startOfCut(limit) ?? limit };
};

const spansOf = (length: number, room: number, kept: readonly Span[]): Span[] => {
  const spans: Span[] = [];
  let from = 0;
  while (from + room < length) {
    const { end, next } = cutAfter(from, room, kept);
    spans.push({ from, to: end });
    from = next;
  }
  return [...spans, { from, to: length }];
};

type Grid = { columns: Span[]; rows: Span[] };

const gridAt = (scale: number, { width, height }: Extent, whole: readonly Rectangle[]): Grid => ({
  columns: spansOf(
    width,
    pageRoom.width / scale,
    whole.map((one) => ({ from: one.x - aside, to: one.x + one.width + aside })),
  ),
  rows: spansOf(
    height,
    pageRoom.height / scale,
    whole.map((one) => ({ from: one.y - aside, to: one.y + one.height + aside })),
  ),
});

const countOf = ({ columns, rows }: Grid): number => columns.length * rows.length;

/** As large as it can be on as many pages as it takes with the smallest letters. */
const scaleFor = (extent: Extent, whole: readonly Rectangle[]): number => {
  const pagesAt = (scale: number): number => countOf(gridAt(scale, extent, whole));
  const leastPages = ({ width, height }: Extent, scale: number): number =>
    Math.ceil((width * scale) / pageRoom.width) * Math.ceil((height * scale) / pageRoom.height);
  let scale = smallestScale;
  while (leastPages(extent, scale) > mostPages || pagesAt(scale) > mostPages) scale /= 1.1;
  const pages = pagesAt(scale);
  while (scale * 1.02 <= 1 && pagesAt(scale * 1.02) <= pages) scale *= 1.02;
  return scale;
};

/**
 * One page where names can still be read on it, else as many as it takes, row by row. `whole` are rectangles of the
 * unscaled wall that no page cuts, or that are whole on the next one.
 */
export const pagesOf = (extent: Extent, whole: readonly Rectangle[]): Pages => {
  const { width, height } = extent;
  const onOne = Math.min(1, pageRoom.width / width, pageRoom.height / height);
  if (onOne >= smallestScale)
    return { scale: onOne, parts: [{ x: 0, y: 0, width: width * onOne, height: height * onOne, row: 1, column: 1 }] };
  const scale = scaleFor(extent, whole);
  const { columns, rows } = gridAt(scale, extent, whole);
  const parts = rows.flatMap((down, row) =>
    columns.map((across, column) => ({
      x: across.from * scale,
      y: down.from * scale,
      width: (across.to - across.from) * scale,
      height: (down.to - down.from) * scale,
      row: row + 1,
      column: column + 1,
    })),
  );
  return { scale, parts };
};
