import type { BoardChanges, BoardValues, RecordChange } from './boardEvents.ts';
import type { Board } from './definitions.ts';
import { recordOf } from './records.ts';
import { sameValue } from './sameValue.ts';

/** What makes `to` of `from`, whatever either holds: parts that a later version adds are compared as they are. */
export const boardChanges = (from: Board, to: Board): BoardChanges => ({
  values: { from: valuesThatDiffer(from, to), to: valuesThatDiffer(to, from) },
  records: {
    definitions: recordChanges(from.definitions, to.definitions),
    notes: recordChanges(from.notes, to.notes),
    connections: recordChanges(from.connections, to.connections),
    specifications: recordChanges(from.specifications, to.specifications),
  },
});

/** Whether they make a difference. */
export const areAny = ({ values, records }: BoardChanges): boolean =>
  Object.keys(values.from).length + Object.keys(values.to).length > 0 ||
  Object.values(records).some(({ length }) => length > 0);

const valuesOf = ({ modelId: _, definitions, notes, connections, specifications, ...values }: Board): BoardValues =>
  values;

const valuesThatDiffer = (one: Board, other: Board): Partial<BoardValues> => {
  const others = new Map<string, unknown>(Object.entries(valuesOf(other)));
  return Object.fromEntries(Object.entries(valuesOf(one)).filter(([key, value]) => !sameValue(value, others.get(key))));
};

/** What goes first, then what comes or changes, in the order of the board that holds it. */
const recordChanges = <Item>(from: { [id: string]: Item }, to: { [id: string]: Item }): RecordChange<Item>[] => [
  ...Object.entries(from).flatMap(([id, item]) => (recordOf(to, id) ? [] : [{ id, from: item, to: null }])),
  ...Object.entries(to).flatMap(([id, item]) => {
    const before = recordOf(from, id) ?? null;
    return before && sameValue(before, item) ? [] : [{ id, from: before, to: item }];
  }),
];
