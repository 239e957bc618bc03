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
