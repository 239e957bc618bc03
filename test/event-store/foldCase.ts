import type { Json, RecordedEvent } from '#event-store';

/** The state that the cases fold to. */
export type CaseState = { sum: number; count: number; name?: Json } | null;

export const foldCase = (state: CaseState, { type, data }: RecordedEvent): CaseState => {
  if (type.startsWith('$')) return state;
  if (type === 'Deleted') return null;
  const { sum, count, name } = state ?? { sum: 0, count: 0 };
  const { n = 0, name: newName = name } = data as { n?: number; name?: Json };
  return { sum: sum + n, count: count + 1, ...(newName === undefined ? {} : { name: newName }) };
};
