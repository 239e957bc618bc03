import type { BoardDifference } from '#model';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';

/** How a note or an arrow is drawn in a comparison; always with its words beside the colour. */
export type Mark = { tone: 'added' | 'removed' | 'changed'; words: string[] };

export const toneOf = ({ what }: BoardDifference): Mark['tone'] => {
  if (what === 'note-added' || what === 'arrow-added') return 'added';
  return what === 'note-removed' || what === 'arrow-removed' ? 'removed' : 'changed';
};

const isOfNote = ({ what }: BoardDifference): boolean => what.startsWith('note-');

/** The marks of all notes by their ids: what came or went says so, whatever else is true of it. */
export const marksOfNotes = (differences: readonly BoardDifference[]): ReadonlyMap<string, Mark> => {
  const marks = new Map<string, Mark>();
  for (const difference of differences)
    for (const noteId of difference.noteIds) {
      const before = marks.get(noteId);
      const tone = toneOf(difference);
      const isTold = before !== undefined && before.tone !== 'changed' && !isOfNote(difference);
      if (!isTold)
        marks.set(noteId, { tone: before?.tone ?? tone, words: [...(before?.words ?? []), texts.mark(difference)] });
    }
  return marks;
};

/** Arrows that came or went, by their ids. */
export const tonesOfArrows = (differences: readonly BoardDifference[]): ReadonlyMap<string, Mark['tone']> =>
  new Map(
    differences.flatMap((difference) =>
      difference.what === 'arrow-added' || difference.what === 'arrow-removed'
        ? [[difference.id, toneOf(difference)] as const]
        : [],
    ),
  );
