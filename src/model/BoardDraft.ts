import type { BoardChanges, BoardRecords } from './boardEvents.ts';
import type { Board, Connection, Definition, Note, Specification } from './definitions.ts';
import { recordOf } from './records.ts';

type Kinds = { definitions: Definition; notes: Note; connections: Connection; specifications: Specification };
type Records = { [K in keyof Kinds]: { [id: string]: Kinds[K] } };

/**
 * A board in the making. Records are copied when they are first touched and changed in place from then on, so that
 * folding a long history costs one copy, and what no event touches keeps its identity.
 */
export type BoardDraft = { board: Board; copied: Set<keyof Records> };

export const draftOf = (board: Board): BoardDraft => ({ board: { ...board }, copied: new Set() });

const own = <K extends keyof Records>({ board, copied }: BoardDraft, key: K): Records[K] => {
  const records: Records = board;
  if (!copied.has(key)) {
    records[key] = { ...records[key] };
    copied.add(key);
  }
  return records[key];
};

export const put = <K extends keyof Kinds>(draft: BoardDraft, key: K, record: Kinds[K]): void => {
  const records: { [id: string]: Kinds[K] } = own(draft, key);
  records[record.id] = record;
};

export const drop = (draft: BoardDraft, key: keyof Records, id: string): void => {
  if (recordOf<unknown>(draft.board[key], id) !== undefined) delete own(draft, key)[id];
};

const change = <K extends keyof BoardRecords>(
  draft: BoardDraft,
  part: K,
  changes: readonly { id: string; to: Kinds[K] | null }[],
): void => {
  for (const { id, to } of changes)
    if (to) put(draft, part, to);
    else drop(draft, part, id);
};

/** A value that the board gets no new one for is one that it shall not have. */
export const applyChanges = (draft: BoardDraft, { values, records }: BoardChanges): void => {
  const rest: Partial<Board> = { ...draft.board };
  for (const key of Object.keys(values.from)) delete rest[key as keyof typeof values.from];
  draft.board = { ...rest, ...values.to } as Board;
  change(draft, 'definitions', records.definitions);
  change(draft, 'notes', records.notes);
  change(draft, 'connections', records.connections);
  change(draft, 'specifications', records.specifications);
};
