import type { Edit } from './boardSync.ts';

const prefixOf = (modelId: string): string => `replayground/unstored/${modelId}/`;

/**
 * Keeps the edits that are on their way to the store, until they are there: an append takes a few milliseconds, which
 * neither a reload nor a crash waits for, and this is the only storage that answers at once. Answers whether they are kept.
 */
export const keepUnstored = (modelId: string, tab: string, edits: Edit[]): boolean => {
  try {
    const key = prefixOf(modelId) + tab;
    if (edits.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(edits));
    return true;
  } catch {
    // Storage is forbidden or full: after a crash these edits are lost, as the header says for as long as they wait.
    return false;
  }
};

type Kept = { key: string; edits: Edit[] };

const tabOf = ({ gesture }: Edit): string => gesture.tab;

/** What cannot be read as edits is left where it is, and keeps nobody from the others. */
const keptAs = (key: string): Kept[] => {
  try {
    const edits: Edit[] = JSON.parse(localStorage.getItem(key) ?? '[]');
    return edits.every((edit) => tabOf(edit) && Array.isArray(edit.intents)) ? [{ key, edits }] : [];
  } catch {
    return [];
  }
};

const keysFor = (modelId: string): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(modelId)));
  } catch {
    return [];
  }
};

const keptFor = (modelId: string): Kept[] => keysFor(modelId).flatMap(keptAs);

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
