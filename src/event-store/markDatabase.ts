import type { Bar, StoreDatabase } from './database.ts';
import { headOf, logEnd } from './readDatabase.ts';
import { type ChangeMarks, isClosed } from './streamState.ts';

export type Marked = { kind: 'changed' | 'unchanged' } | { kind: 'refused'; error: unknown };

/** Changes the marks of a stream in one transaction, and closes or opens its next place. */
export const markStream = async (db: StoreDatabase, stream: string, change: ChangeMarks): Promise<Marked> => {
  const tx = db.transaction(['changeSets', 'segments', 'streams'], 'readwrite');
  const [changeSets, streams] = [tx.objectStore('changeSets'), tx.objectStore('streams')];
  const [head, end] = await Promise.all([headOf(tx, stream), logEnd(tx)]);
  let marks = head.marks;
  try {
    marks = change(head, end.position);
  } catch (error) {
    return { kind: 'refused', error };
  }
  if (marks === head.marks) return { kind: 'unchanged' };
  const firstPosition = (await streams.get(stream))?.firstPosition;
  const bar: Bar = { firstPosition: stream, stream, firstStreamPosition: head.version + 1 };
  await Promise.all([
    streams.put({
      stream,
      ...(firstPosition === undefined ? {} : { firstPosition }),
      ...marks,
      revision: (head.marks.revision ?? 0) + 1,
    }),
    isClosed(marks) ? changeSets.put(bar) : changeSets.delete(stream),
    tx.done,
  ]);
  return { kind: 'changed' };
};
