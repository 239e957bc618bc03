import {
  type Board,
  freePlace,
  kindInfo,
  type NoteKind,
  onGrid,
  type Point,
  placeNextTo,
  type Rectangle,
  type Size,
} from '#model';
import { placedNotes } from './wallElements.ts';

export const pointOnGrid = ({ x, y }: Point): Point => ({ x: onGrid(x), y: onGrid(y) });

/** New notes are as large as the last of their kind on this wall, where that was given a size of its own. */
export const givenSize = (board: Board, kind: NoteKind): Size | Record<string, never> => {
  const like = Object.values(board.notes).findLast(
    ({ definitionId }) => board.definitions[definitionId]?.kind === kind,
  );
  return kind === 'frame' || like?.width === undefined || like.height === undefined
    ? {}
    : { width: like.width, height: like.height };
};

const sizeOfNew = (board: Board, kind: NoteKind): Size => ({
  ...kindInfo[kind].defaultSize,
  ...givenSize(board, kind),
});

/** Columns beside the wanted one, the nearer first; a wall is read to the right. */
const columns = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5];
const columnGap = 32;

/** The free place nearest to the wanted one. Screens are wide: what is above or below counts as twice as far. */
const nearestFreePlace = (board: Board, wanted: Rectangle): Point => {
  const distance = ({ x, y }: Point): number => Math.hypot(x - wanted.x, 2 * (y - wanted.y));
  const places = columns.map((column) =>
    freePlace(board, { ...wanted, x: wanted.x + column * (wanted.width + columnGap) }),
  );
  return places.toSorted((one, other) => distance(one) - distance(other))[0] ?? wanted;
};

/** Around a point of the wall, or in the nearest gap where another note lies there. Frames lie anywhere. */
export const placeAround = (board: Board, kind: NoteKind, centre: Point): Point => {
  const size = sizeOfNew(board, kind);
  const place = pointOnGrid({ x: centre.x - size.width / 2, y: centre.y - size.height / 2 });
  return kind === 'frame' ? place : pointOnGrid(nearestFreePlace(board, { ...place, ...size }));
};

/** For what is there already but on no wall: below the lowest note of its kind, else around the middle of the view. */
export const placeBelowItsKind = (board: Board, kind: NoteKind, centre: Point): Point => {
  const lowest = placedNotes(board)
    .filter((place) => place.kind === kind)
    .toSorted((one, other) => one.y - other.y)
    .at(-1);
  if (!lowest) return placeAround(board, kind, centre);
  return pointOnGrid(freePlace(board, { ...sizeOfNew(board, kind), x: lowest.x, y: lowest.y }));
};

/** For a note that comes after another: where the person pointed, else beside it where there is room. */
export const placeAfter = (board: Board, from: string, kind: NoteKind, pointed?: Point): Point => {
  const { height } = sizeOfNew(board, kind);
  if (pointed) return pointOnGrid({ x: pointed.x, y: pointed.y - height / 2 });
  const { x, y } = placeNextTo(board, from, kind);
  return { x, y: y + (kindInfo[kind].defaultSize.height - height) / 2 };
};
