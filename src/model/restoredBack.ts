import { areAny } from './boardChanges.ts';
import type { BoardChanges, BoardRecords, BoardValues, RecordChange } from './boardEvents.ts';
import type { Board } from './definitions.ts';
import { evolveBoard } from './evolveBoard.ts';
import type { Inverse } from './inverse.ts';
import { recordOf } from './records.ts';
import { sameValue } from './sameValue.ts';

/** Takes a restoring back: each record that is still as it was left becomes what it was before. */
export const restoredBack = (restored: BoardChanges, board: Board): Inverse => {
  const wanted: BoardChanges = {
    values: valuesBack(restored.values, board),
    records: {
      definitions: recordsBack(restored.records.definitions, board.definitions),
      notes: recordsBack(restored.records.notes, board.notes),
      connections: recordsBack(restored.records.connections, board.connections),
      specifications: recordsBack(restored.records.specifications, board.specifications),
    },
  };
  const back = holdingTogether(wanted, board);
  const skipped = 'What has been changed since then stays as it is.';
  return {
    events: areAny(back) ? [{ type: 'BoardRestored', data: back }] : [],
    ...(sizeOf(back) < sizeOf(restored) ? { skipped } : {}),
  };
};

const sizeOf = ({ values, records }: BoardChanges): number =>
  Object.keys({ ...values.from, ...values.to }).length +
  Object.values(records).reduce((sum, { length }) => sum + length, 0);

const valuesBack = ({ from, to }: BoardChanges['values'], board: Board): BoardChanges['values'] => {
  const present = new Map<string, unknown>(Object.entries(board));
  const left = new Map<string, unknown>(Object.entries(to));
  const isAsLeft = ([key]: [string, unknown]): boolean => sameValue(present.get(key), left.get(key));
  const asLeft = (values: Partial<BoardValues>): Partial<BoardValues> =>
    Object.fromEntries(Object.entries(values).filter(isAsLeft));
  return { from: asLeft(to), to: asLeft(from) };
};

const recordsBack = <Item>(
  changes: readonly RecordChange<Item>[],
  records: { [id: string]: Item },
): RecordChange<Item>[] =>
  changes.flatMap(({ id, from, to }) =>
    sameValue(recordOf(records, id) ?? null, to) ? [{ id, from: to, to: from }] : [],
  );

type Part = keyof BoardRecords;
const withRecords = <P extends Part>(
  changes: BoardChanges,
  part: P,
  records: BoardChanges['records'][P],
): BoardChanges => ({
  ...changes,
  records: { ...changes.records, [part]: records },
});

/** Another tab may have put notes, arrows or specifications where something goes now: no half of a pair is left over. */
const holdingTogether = (wanted: BoardChanges, board: Board): BoardChanges => {
  const boardWith = (changes: BoardChanges): Board => evolveBoard(board, { type: 'BoardRestored', data: changes });

  const shown = new Set(Object.values(boardWith(wanted).notes).map(({ definitionId }) => definitionId));
  const definitions = wanted.records.definitions.filter(({ id, to }) => to !== null || !shown.has(id));
  const first = withRecords(wanted, 'definitions', definitions);

  const known = boardWith(first).definitions;
  const notes = first.records.notes.filter(({ to }) => to === null || recordOf(known, to.definitionId));
  const second = withRecords(first, 'notes', notes);

  return withConnections(withSpecifications(second, board, boardWith(second)), board, boardWith(second));
};

const withSpecifications = (changes: BoardChanges, board: Board, next: Board): BoardChanges => {
  const isWhole = ({ definitionId }: { definitionId: string }) =>
    recordOf(next.definitions, definitionId) !== undefined;
  return withRecords(
    changes,
    'specifications',
    soundOnly(changes.records.specifications, board.specifications, isWhole),
  );
};

const withConnections = (changes: BoardChanges, board: Board, next: Board): BoardChanges => {
  const isWhole = ({ id, from, to }: { id: string; from: string; to: string }): boolean =>
    recordOf(next.notes, from) !== undefined &&
    recordOf(next.notes, to) !== undefined &&
    !Object.values(board.connections).some(
      (other) => other.id !== id && other.from === from && other.to === to && recordOf(next.connections, other.id),
    );
  return withRecords(changes, 'connections', soundOnly(changes.records.connections, board.connections, isWhole));
};

/** Leaves out what would come back without what it hangs on, and takes along what would hang on nothing. */
const soundOnly = <Item extends { id: string }>(
  changes: readonly RecordChange<Item>[],
  records: { [id: string]: Item },
  isWhole: (item: Item) => boolean,
): RecordChange<Item>[] => {
  const sound = changes.filter(({ to }) => to === null || isWhole(to));
  const changed = new Set(changes.map(({ id }) => id));
  const orphans = Object.values(records).filter((record) => !changed.has(record.id) && !isWhole(record));
  return [...sound, ...orphans.map((record) => ({ id: record.id, from: record, to: null }))];
};
