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

type Kept = { key: string; edits: Edit[] };

const keptFor = (modelId: string): Kept[] => {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(modelId)));
    return keys.map((key) => ({ key, edits: JSON.parse(localStorage.getItem(key) ?? '[]') }));
  } catch {
    return [];
  }
};

const tabOf = ({ gesture }: Edit): string => gesture.tab;

/** The tabs whose edits are kept for a model. */
export const tabsWithUnstored = (modelId: string): string[] =>
  keptFor(modelId).flatMap(({ edits }) => edits.map(tabOf));

/**
 * The edits that were kept for a model, in their order, as far as they are of these tabs. They are handed out once.
 * Others are left: nobody knows here which of them are stored by now.
 */
export const takeUnstored = (modelId: string, tabs: string[]): Edit[] => {
  const taken = keptFor(modelId).filter(({ edits }) => edits.every((edit) => tabs.includes(tabOf(edit))));
  for (const { key } of taken) localStorage.removeItem(key);
  return taken.flatMap(({ edits }) => edits);
};
