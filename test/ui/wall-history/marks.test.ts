import { describe, expect, it } from 'vitest';
import type { BoardDifference } from '#model';
import { marksOfNotes, tonesOfArrows } from '../../../src/ui/wall-history/marks.ts';

const moved: BoardDifference = { what: 'note-moved', id: 'n', noteIds: ['n'], name: 'Cart' };
const renamed: BoardDifference = { what: 'renamed', id: 'd', noteIds: ['n', 'other'], name: 'Cart', from: 'Basket' };
const removed: BoardDifference = { what: 'note-removed', id: 'other', noteIds: ['other'], name: 'Cart' };
const arrow: BoardDifference = { what: 'arrow-added', id: 'c', noteIds: [], name: 'A → B', from: 'A', to: 'B' };

describe('marks of a comparison', () => {
  it('says all that changed on a note, in words', () => {
    expect(marksOfNotes([moved, renamed]).get('n')).toEqual({ tone: 'changed', words: ['moved', 'was Basket'] });
  });

  it('says of a note that is gone no more than that', () => {
    expect(marksOfNotes([removed, renamed]).get('other')).toEqual({ tone: 'removed', words: ['removed'] });
  });

  it('marks arrows that came or went', () => {
    expect([...tonesOfArrows([moved, arrow])]).toEqual([['c', 'added']]);
  });
});
