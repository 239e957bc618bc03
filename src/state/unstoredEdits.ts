import type { Edit } from './boardSync.ts';

const prefixOf = (modelId: string): string => `replayground/unstored/${modelId}/`;

/**
 * Keeps the edits that are on their way to the store, until they are there: an append takes a few milliseconds, which
 * neither a reload nor a crash waits for, and this is the only storage that answers at once.
 */
export const keepUnstored = (modelId: string, tab: string, edits: Edit[]): void => {
  try {
    const key = prefixOf(modelId) + tab;
    if (edits.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(edits));
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
