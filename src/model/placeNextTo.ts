import type { Point, Size } from './boardEvents.ts';
import type { Board, Note, NoteKind } from './definitions.ts';
import { kindInfo } from './grammar.ts';
import { noteAt } from './lookUp.ts';
import { recordOf } from './records.ts';

type Area = Point & Size;

/** Room for an arrow between two notes. */
const gap = 64;
/** Between notes that stand above each other. */
const rowGap = 32;

const areaOf = (board: Board, note: Note): Area => {
  const kind = recordOf(board.definitions, note.definitionId)?.kind ?? 'event';
  const { width, height } = kindInfo[kind].defaultSize;
  return { x: note.x, y: note.y, width: note.width ?? width, height: note.height ?? height };
};

/**
 * Where a new note of a kind goes that follows (or, to the left, leads to) a note: beside it at the same height, or
 * the nearest free place below or above, so that it covers nothing. Frames are areas: notes lie on them.
 */
export const placeNextTo = (board: Board, noteId: string, kind: NoteKind, side: 'right' | 'left' = 'right'): Point => {
  const origin = areaOf(board, noteAt(board, noteId));
  const size = kindInfo[kind].defaultSize;
  const x = side === 'right' ? origin.x + origin.width + gap : origin.x - gap - size.width;
  const middle = origin.y + (origin.height - size.height) / 2;
  return freePlace(board, { x, y: middle, ...size });
};

/** The place itself, or the nearest free one straight below or above it. */
export const freePlace = (board: Board, wanted: Area): Point => {
  const taken = Object.values(board.notes)
    .filter((note) => recordOf(board.definitions, note.definitionId)?.kind !== 'frame')
    .map((note) => areaOf(board, note));
  const rows = [wanted.y, ...taken.flatMap(({ y, height }) => [y + height + rowGap, y - rowGap - wanted.height])];
  const nearest = rows.sort((one, other) => Math.abs(one - wanted.y) - Math.abs(other - wanted.y));
  // A wall of a thousand notes has few of them in one column.
  const inColumn = taken.filter((area) => overlap(area, { ...wanted, y: area.y }));
  const isFree = (y: number): boolean => !inColumn.some((area) => overlap(area, { ...wanted, y }));
  return { x: wanted.x, y: nearest.find(isFree) ?? wanted.y };
};

const overlap = (one: Area, other: Area): boolean =>
  one.x < other.x + other.width + rowGap / 2 &&
  other.x < one.x + one.width + rowGap / 2 &&
  one.y < other.y + other.height + rowGap / 2 &&
  other.y < one.y + one.height + rowGap / 2;
