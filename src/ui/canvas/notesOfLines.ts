import {
  type Board,
  type BoardIntent,
  type Definition,
  kindInfo,
  type LineNote,
  newDefinition,
  newNote,
  type Point,
} from '#model';
import { pointOnGrid } from './placing.ts';

const gap = 16;
const columnGap = 48;
/** A column longer than this would leave the screen. */
const perColumn = 12;

/** The upper left corners of notes below each other, in as many columns as they need; the first at a point. */
const placesInColumns = (notes: readonly LineNote[], start: Point): Point[] => {
  let { x, y } = start;
  let width = 0;
  return notes.map(({ kind }, index) => {
    if (index > 0 && index % perColumn === 0) {
      x += width + columnGap;
      y = start.y;
      width = 0;
    }
    const place = pointOnGrid({ x, y });
    const size = kindInfo[kind].defaultSize;
    y += size.height + gap;
    width = Math.max(width, size.width);
    return place;
  });
};

/** Notes for lines of a text. What the model knows by this kind and name already gets one more place on the wall. */
export const lineIntents = (
  lines: readonly LineNote[],
  board: Board,
  start: Point,
  nextId: () => string,
): { intents: BoardIntent[]; noteIds: string[] } => {
  const keyOf = ({ kind, name }: LineNote) => `${kind} ${name}`;
  const known = new Map<string, Definition>(
    Object.values(board.definitions).map((definition) => [keyOf(definition), definition]),
  );
  const places = placesInColumns(lines, start);
  const noteIds: string[] = [];
  const intents = lines.map((line, index): BoardIntent => {
    const before = known.get(keyOf(line));
    const definition = before ?? newDefinition(line.kind, nextId(), line.name);
    known.set(keyOf(line), definition);
    const note = newNote(nextId(), definition.id, places[index] ?? start);
    noteIds.push(note.id);
    return before ? { type: 'PlaceNote', note } : { type: 'AddNote', note, definition };
  });
  return { intents, noteIds };
};
