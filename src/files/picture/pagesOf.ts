import type { Point } from '#model';
import type { Picture } from './PictureOptions.ts';

/** What a landscape page of A4 or letter has room for below a heading, in CSS pixels. */
export const pageRoom = { width: 950, height: 610 };

/** Names have 14 px on the wall; on paper they are not smaller than about half of that. */
const smallestScale = 0.5;

/** How a wall lies on pages: its scale, and for each page the point of the scaled wall that is its upper left corner. */
export type Pages = { scale: number; corners: Point[] };

/** One page where names can still be read on it, else as many as it takes, row by row. */
export const pagesOf = ({ width, height }: Pick<Picture, 'width' | 'height'>): Pages => {
  const onOne = Math.min(1, pageRoom.width / width, pageRoom.height / height);
  if (onOne >= smallestScale) return { scale: onOne, corners: [{ x: 0, y: 0 }] };
  const columns = Math.ceil((width * smallestScale) / pageRoom.width);
  const rows = Math.ceil((height * smallestScale) / pageRoom.height);
  const scale = Math.min(1, (columns * pageRoom.width) / width, (rows * pageRoom.height) / height);
  const corners = Array.from({ length: rows * columns }, (_, page) => ({
    x: (page % columns) * pageRoom.width,
    y: Math.floor(page / columns) * pageRoom.height,
  }));
  return { scale, corners };
};
