import type { Board } from '#model';
import type { Comparison } from '#state';
import { comparingTexts as texts } from '../text/comparing.ts';
import type { Mark } from '../wall-history/marks.ts';

/** What is said on the notes of a definition; nothing where both sides agree. */
const wordsByDefinition = (board: Board, { readModels, streams, counts }: Comparison): Map<string, string> => {
  const words = new Map<string, string>();
  for (const { readModelId, documents, more } of readModels)
    words.set(readModelId, texts.documentsDiffer(documents.length + more));
  const byDecider = new Map<string, number>();
  for (const { deciderId } of streams) byDecider.set(deciderId, (byDecider.get(deciderId) ?? 0) + 1);
  for (const [deciderId, count] of byDecider) words.set(deciderId, texts.statesDiffer(count));
  for (const { id, kind, name } of Object.values(board.definitions)) {
    const stored = kind === 'event' ? counts.find(({ type }) => type === name) : undefined;
    if (stored) words.set(id, texts.stored(stored.counts));
  }
  return words;
};

/** The marks of the notes on which the two sides differ, by the notes' ids. */
export const comparisonMarks = (board: Board, comparison: Comparison | null): ReadonlyMap<string, Mark> => {
  if (!comparison) return new Map();
  const words = wordsByDefinition(board, comparison);
  return new Map(
    Object.values(board.notes).flatMap(({ id, definitionId }): [string, Mark][] => {
      const said = words.get(definitionId);
      return said === undefined ? [] : [[id, { tone: 'changed', words: [said] }]];
    }),
  );
};
