import type { Point, Size } from './boardEvents.ts';
import type { Board, NoteKind } from './definitions.ts';
import { kindInfo } from './grammar.ts';
import { recordOf } from './records.ts';

/** A wall as it is seen from far away: what lies where, without a word. */
export type BoardSketch = {
  notes: (Point & Size & { kind: NoteKind })[];
  /** Between the middles of notes. */
  arrows: { from: Point; to: Point }[];
};

/** More could not be told apart in a small picture. */
const mostNotes = 600;

type Sketched = BoardSketch['notes'][number];

const middleOf = ({ x, y, width, height }: Sketched): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Frames come first, so that notes lie on them. At most so many notes, the first of the board. */
export const sketchOf = ({ notes, definitions, connections }: Board, most = mostNotes): BoardSketch => {
  const sketched = new Map<string, Sketched>();
  for (const { id, definitionId, x, y, width, height } of Object.values(notes).slice(0, most)) {
    const kind = recordOf(definitions, definitionId)?.kind;
    if (!kind) continue;
    const usual = kindInfo[kind].defaultSize;
    sketched.set(id, { kind, x, y, width: width ?? usual.width, height: height ?? usual.height });
  }
  const arrows = Object.values(connections).flatMap(({ from, to }) => {
    const [start, end] = [sketched.get(from), sketched.get(to)];
    return start && end ? [{ from: middleOf(start), to: middleOf(end) }] : [];
  });
  const isFrame = ({ kind }: Sketched): boolean => kind === 'frame';
  const all = [...sketched.values()];
  return { notes: [...all.filter(isFrame), ...all.filter((note) => !isFrame(note))], arrows };
};
