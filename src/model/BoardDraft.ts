import type { Board } from './definitions.ts';
import { recordOf } from './records.ts';

type Records = Pick<Board, 'definitions' | 'notes' | 'connections' | 'specifications'>;

/**
 * A board in the making. Records are copied when they are first touched and changed in place from then on, so that
 * folding a long history costs one copy, and what no event touches keeps its identity.
 */
export type BoardDraft = { board: Board; copied: Set<keyof Records> };

export const draftOf = (board: Board): BoardDraft => ({ board: { ...board }, copied: new Set() });

const own = <K extends keyof Records>(draft: BoardDraft, key: K): Records[K] => {
  if (!draft.copied.has(key)) {
    draft.board[key] = { ...draft.board[key] };
    draft.copied.add(key);
  }
  return draft.board[key];
};

export const put = <K extends keyof Records>(draft: BoardDraft, key: K, record: Records[K][string]): void => {
  const records: { [id: string]: Records[K][string] } = own(draft, key);
  records[record.id] = record;
};

export const drop = (draft: BoardDraft, key: keyof Records, id: string): void => {
  if (recordOf<unknown>(draft.board[key], id) !== undefined) delete own(draft, key)[id];
};
