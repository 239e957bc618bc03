import { mergeTexts } from './mergeText.ts';

/**
 * What the editor shows of a file, beside what is stored. `base` is the stored text that `text` was made from, `sent`
 * are the texts on their way to the store, `theirs` is a change from elsewhere that meets one of ours.
 */
export type Draft = { base: string; text: string; sent: string[]; theirs: string | null };

export const draftOf = (stored: string): Draft => ({ base: stored, text: stored, sent: [], theirs: null });

export const isChanged = (draft: Draft): boolean => draft.text !== draft.base;

export const typed = (draft: Draft, text: string): Draft => ({ ...draft, text, sent: [...draft.sent, text] });

/**
 * What is stored has changed: our own text came back, or somebody else's arrived (another tab, undo of the wall). An
 * unchanged draft follows, a changed one takes both changes where they lie apart and else keeps both to choose from.
 */
export const stored = (draft: Draft, text: string): Draft => {
  if (text === draft.base) return draft;
  if (text === draft.text) return { ...draftOf(text), theirs: draft.theirs };
  const sentAt = draft.sent.lastIndexOf(text);
  if (sentAt >= 0) return { ...draft, base: text, sent: draft.sent.slice(sentAt + 1) };
  if (!isChanged(draft)) return draftOf(text);
  const merged = mergeTexts(draft.base, draft.text, text);
  if (merged === null) return { ...draft, base: text, theirs: text };
  return { base: text, text: merged, sent: [merged], theirs: null };
};

export const takeTheirs = (draft: Draft): Draft =>
  draft.theirs === null ? draft : typed({ ...draft, theirs: null }, draft.theirs);

export const keepMine = (draft: Draft): Draft => typed({ ...draft, theirs: null }, draft.text);
