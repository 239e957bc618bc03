import type { Edit } from './boardSync.ts';

const prefixOf = (modelId: string): string => `replayground/unstored/${modelId}/`;

/**
 * Keeps the edits that are still on their way to the store while their tab is being left: an append takes a few
 * milliseconds, which a reload does not wait for, and this is the only storage that answers at once.
 */
export const keepUnstored = (modelId: string, tab: string, edits: Edit[]): void => {
  if (edits.length === 0) return;
  try {
    localStorage.setItem(prefixOf(modelId) + tab, JSON.stringify(edits));
  } catch {
    // Storage is forbidden or full: then these edits are lost, as the header has said for as long as they waited.
  }
};

/** The edits that were kept for a model, in their order, whichever tab left them. They are handed out once. */
export const takeUnstored = (modelId: string): Edit[] => {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(modelId)));
    return keys.flatMap(takeEdits);
  } catch {
    return [];
  }
};

const takeEdits = (key: string): Edit[] => {
  const kept = localStorage.getItem(key);
  localStorage.removeItem(key);
  return kept ? JSON.parse(kept) : [];
};
