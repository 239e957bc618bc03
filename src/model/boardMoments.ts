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
const touched = (before: Board, after: Board): { id: string; isNew: boolean }[] =>
  parts.flatMap((part) => {
    if (before[part] === after[part]) return [];
    const [old, fresh] = [new Map<string, unknown>(Object.entries(before[part])), Object.entries(after[part])];
    const gone = [...old.keys()].filter((id) => !Object.hasOwn(after[part], id));
    const changed = fresh.filter(([id, record]) => old.get(id) !== record).map(([id]) => id);
    return [...gone, ...changed].map((id) => ({ id, isNew: !old.has(id) }));
  });

/** The gesture that put a record on the board, where that was in between, and the one that touched it last. */
export type Touch = { last: Gesture; added?: Gesture };

/** For each record that was touched between two moments, by which gestures: who changed what. */
export const touchesBetween = (
  modelId: string,
  events: readonly StoredBoardEvent[],
  moments: readonly BoardMoment[],
  { from, to }: { from: number; to: number },
): Map<string, Touch> => {
  const touches = new Map<string, Touch>();
  let board = boardAt(modelId, events, moments, from);
  for (let index = from; index < to; index += 1) {
    const moment = moments[index];
    if (!moment) break;
    const next = evolveBoardAll(board, events.slice(moments[index - 1]?.end ?? 0, moment.end));
    for (const { id, isNew } of touched(board, next)) {
      const added = isNew ? moment.gesture : touches.get(id)?.added;
      touches.set(id, { last: moment.gesture, ...(added ? { added } : {}) });
    }
    board = next;
  }
  return touches;
};
