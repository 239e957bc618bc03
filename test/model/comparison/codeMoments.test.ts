import { describe, expect, it } from 'vitest';
import { codeMoments, type StoredBoardEvent } from '#model';

const gesture = (id: string, label: string, minute: number) => ({
  metadata: { gesture: { id, label, tab: 't', at: `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z` } },
});
const code = (id: string, definitionId: string, minute: number): StoredBoardEvent => ({
  type: 'CodeChanged',
  data: { definitionId, from: [], to: [] },
  ...gesture(id, `Edit code of ${definitionId}`, minute),
});
const named = (id: string, minute: number): StoredBoardEvent => ({
  type: 'ModelNamed',
  data: { from: '', to: 'x' },
  ...gesture(id, 'Rename', minute),
});

describe('versions of the code', () => {
  it('are those before each change, the latest first; what was typed in one go is one', () => {
    const events = [
      named('1', 0),
      code('2', 'cart', 1),
      code('3', 'cart', 1),
      named('4', 2),
      code('5', 'cart', 2),
      code('6', 'view', 2),
    ];

    expect(codeMoments(events).map(({ count, label }) => [count, label])).toEqual([
      [5, 'Edit code of view'],
      [4, 'Edit code of cart'],
      [1, 'Edit code of cart'],
    ]);
  });

  it('are kept apart where somebody rested in between', () => {
    expect(codeMoments([code('1', 'cart', 1), code('2', 'cart', 5)]).map(({ count }) => count)).toEqual([1, 0]);
    expect(codeMoments([named('1', 0)])).toEqual([]);
  });
});
