import type { Connection, Definition, Note, NoteKind } from '#model';

/** The height of a row and the size of each kind of note, in canvas units. */
type Measures = { rowHeight: number; size: { [kind in NoteKind]: { width: number; height: number } } };

const notesOf = ({ rowHeight, size }: Measures) => {
  /**
   * A note of the definition, centred on a column's axis and on a row. Rows count from 0 and may be halves, so that a
   * decider stands in the middle of its commands. `appearance` tells second notes of one definition apart.
   */
  const placed = (definition: Definition, axis: number, row: number, appearance = 1): Note => {
    const { width, height } = size[definition.kind];
    return {
      id: appearance === 1 ? `${definition.id}-note` : `${definition.id}-note-${appearance}`,
      definitionId: definition.id,
      x: axis - width / 2,
      y: row * rowHeight + (size.event.height - height) / 2,
      width,
      height,
    };
  };
  /** A column of notes, one a row. */
  const column = (axis: number, firstRow: number, definitions: Definition[]): Note[] =>
    definitions.map((definition, index) => placed(definition, axis, firstRow + index));
  return { placed, column };
};

const regular: Measures = {
  rowHeight: 80,
  size: {
    event: { width: 144, height: 68 },
    command: { width: 144, height: 68 },
    'read-model': { width: 144, height: 68 },
    decider: { width: 176, height: 96 },
    policy: { width: 184, height: 88 },
    actor: { width: 88, height: 96 },
    system: { width: 176, height: 96 },
    screen: { width: 144, height: 96 },
    hotspot: { width: 152, height: 152 },
    frame: { width: 400, height: 300 },
  },
};

/** Names of real events fit in two lines of 14 px; a column of six stays above a dock of 260 px. */
export const regularNotes = notesOf(regular);

/** Wide and low, a name in one line: two columns of five above each other stay legible on a small screen. */
export const lowNotes = notesOf({
  rowHeight: 58,
  size: {
    ...regular.size,
    event: { width: 240, height: 52 },
    command: { width: 192, height: 52 },
    'read-model': { width: 160, height: 52 },
    decider: { width: 176, height: 80 },
    policy: { width: 232, height: 76 },
    actor: { width: 88, height: 88 },
  },
});

/** Its title stands above what it holds. */
const frameMargin = { top: 44, bottom: 20 };

/** A frame around notes, from one edge of the wall to the other. */
export const framed = (frame: Definition, edges: { left: number; right: number }, notes: Note[]): Note => {
  const top = Math.min(...notes.map(({ y }) => y)) - frameMargin.top;
  const bottom = Math.max(...notes.map(({ y, height = 0 }) => y + height)) + frameMargin.bottom;
  return {
    id: `${frame.id}-note`,
    definitionId: frame.id,
    x: edges.left,
    y: top,
    width: edges.right - edges.left,
    height: bottom - top,
  };
};

/** Arrows from each of the first to each of the second. */
export const arrows = (from: Note[], to: Note[]): Connection[] =>
  from.flatMap((source) =>
    to.map((target) => ({ id: `${source.id}-to-${target.id}`, from: source.id, to: target.id })),
  );
