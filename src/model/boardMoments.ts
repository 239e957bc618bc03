import type { BoardRecords, Gesture, StoredBoardEvent } from './boardEvents.ts';
import type { Board } from './definitions.ts';
import { emptyBoard } from './emptyBoard.ts';
import { evolveBoardAll } from './evolveBoard.ts';

/** A gesture of the modelling session; `end` counts the events of the board up to and with it. */
export type BoardMoment = { gesture: Gesture; end: number };

/** The gestures of a board's stream, in the order in which they were stored. */
export const momentsOf = (events: readonly StoredBoardEvent[]): BoardMoment[] => {
  const moments: BoardMoment[] = [];
  for (const [index, { metadata }] of events.entries()) {
    const last = moments.at(-1);
    if (last?.gesture.id === metadata.gesture.id) last.end = index + 1;
    else moments.push({ gesture: metadata.gesture, end: index + 1 });
  }
  return moments;
};

/** The board after the first `count` gestures; 0 is the empty board that everything began with. */
export const boardAt = (
  modelId: string,
  events: readonly StoredBoardEvent[],
  moments: readonly BoardMoment[],
  count: number,
): Board => evolveBoardAll(emptyBoard(modelId, ''), events.slice(0, moments[count - 1]?.end ?? 0));

const parts = ['definitions', 'notes', 'connections', 'specifications'] as const satisfies (keyof BoardRecords)[];

/** Records keep their identity where no event touches them, so the touched ones are found by it alone. */
const touched = (before: Board, after: Board): string[] =>
  parts.flatMap((part) => {
    if (before[part] === after[part]) return [];
    const [old, fresh] = [new Map<string, unknown>(Object.entries(before[part])), Object.entries(after[part])];
    const gone = [...old.keys()].filter((id) => !Object.hasOwn(after[part], id));
    return [...gone, ...fresh.flatMap(([id, record]) => (old.get(id) === record ? [] : [id]))];
  });

/** For each record that was touched between two moments, the gesture that touched it last: who changed what. */
export const lastGestures = (
  modelId: string,
  events: readonly StoredBoardEvent[],
  moments: readonly BoardMoment[],
  { from, to }: { from: number; to: number },
): Map<string, Gesture> => {
  const last = new Map<string, Gesture>();
  let board = boardAt(modelId, events, moments, from);
  for (let index = from; index < to; index += 1) {
    const moment = moments[index];
    if (!moment) break;
    const next = evolveBoardAll(board, events.slice(moments[index - 1]?.end ?? 0, moment.end));
    for (const id of touched(board, next)) last.set(id, moment.gesture);
    board = next;
  }
  return last;
};
