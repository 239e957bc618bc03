import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, isChanged, keepMine, stored, takeTheirs, typed } from '../../../src/ui/editor/draft.ts';
import { changeBetween, mergeTexts } from '../../../src/ui/editor/mergeText.ts';

describe('the draft of a file', () => {
  it('is unchanged again when our own text comes back from the store', () => {
    const draft = typed(draftOf('a'), 'ab');

    const after = stored(draft, 'ab');

    expect(after).toEqual<Draft>({ base: 'ab', text: 'ab', sent: [], theirs: null });
  });

  it('keeps what was typed on when an earlier text of ours comes back', () => {
    const draft = typed(typed(draftOf('a'), 'ab'), 'abc');

    const after = stored(draft, 'ab');

    expect(after).toEqual<Draft>({ base: 'ab', text: 'abc', sent: ['abc'], theirs: null });
    expect(isChanged(after)).toBe(true);
  });

  it('follows a change from elsewhere while nothing was typed', () => {
    expect(stored(draftOf('mine'), 'theirs')).toEqual(draftOf('theirs'));
  });

  it('takes both changes where they lie on different lines', () => {
    const draft = typed(draftOf('one\ntwo\nthree'), 'ONE\ntwo\nthree');

    const after = stored(draft, 'one\ntwo\nTHREE');

    expect(after).toEqual<Draft>({
      base: 'one\ntwo\nTHREE',
      text: 'ONE\ntwo\nTHREE',
      sent: ['ONE\ntwo\nTHREE'],
      theirs: null,
    });
  });

  it('keeps both to choose from where the changes meet', () => {
    const draft = stored(typed(draftOf('one'), 'mine'), 'theirs');

    expect(draft).toEqual<Draft>({ base: 'theirs', text: 'mine', sent: ['mine'], theirs: 'theirs' });
    expect(stored(draft, 'mine').theirs).toBe('theirs');
    expect(takeTheirs(draft).text).toBe('theirs');
    expect(keepMine(draft)).toEqual<Draft>({ base: 'theirs', text: 'mine', sent: ['mine', 'mine'], theirs: null });
  });
});

describe('changes between texts', () => {
  it('names the smallest replacement', () => {
    expect(changeBetween('total + 1;', 'total + 10;')).toEqual({ start: 9, removed: 0, inserted: '0' });
    expect(changeBetween('same', 'same')).toEqual({ start: 4, removed: 0, inserted: '' });
  });

  it('does not merge changes of the same or of neighbouring lines', () => {
    expect(mergeTexts('a\nb\nc', 'a\nB\nc', 'a\nb2\nc')).toBeNull();
    expect(mergeTexts('a\nb\nc', 'A\nb\nc', 'a\nB\nc')).toBeNull();
  });

  it('merges lines that were added at one end with lines that were removed at the other', () => {
    expect(mergeTexts('a\nb\nc\nd', 'new\na\nb\nc\nd', 'a\nb\nc')).toBe('new\na\nb\nc');
  });
});
