import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { categoryOf, type Definition, isMentioned, lockedNoteOf, type Rename, renameAlone } from '#model';
import { appStore, historyOf, workspace } from '#state';
import { makeEdit } from '../canvas/makeEdit.ts';
import { renamingTexts as texts } from '../text/renaming.ts';

/** What is to be renamed, while the person is asked what of it. */
const renameStore = createStore<{ asked: Rename | null }>(() => ({ asked: null }));

export const useAskedRename = (): Rename | null => useStore(renameStore, ({ asked }) => asked);

export const closeRename = (): void => renameStore.setState({ asked: null });

const definitionNow = (id: string): Definition | undefined => appStore.getState().board.definitions[id];

/** Stored streams keep a decider's category: it follows the name only while nothing is stored. */
export const hasStreams = (definition: Definition | undefined): boolean =>
  definition?.kind === 'decider' &&
  historyOf(appStore.getState().events).streams.names.some((stream) => categoryOf(stream) === definition.category);

/** The name that a rename takes away. */
export const oldNameOf = (rename: Rename): string =>
  rename.kind === 'field' ? (rename.path.at(-1) ?? '') : (definitionNow(rename.definitionId)?.name ?? '');

/** Makes the rename at once where nothing else holds the name; else it asks first. Answers whether it is made. */
const make = (rename: Rename): boolean => {
  workspace.flushCode();
  const { board, events } = appStore.getState();
  const name = oldNameOf(rename);
  const isStored = rename.kind === 'definition' && historyOf(events).types.numbers.has(name);
  if (isStored || isMentioned(board, name)) {
    renameStore.setState({ asked: rename });
    return false;
  }
  return renameOnly(rename);
};

/** The note or the field alone, whatever else holds its name. Answers whether it is made. */
export const renameOnly = (rename: Rename): boolean => {
  const { board } = appStore.getState();
  const isInUse = rename.kind === 'definition' && hasStreams(definitionNow(rename.definitionId));
  return makeEdit(texts.rename(oldNameOf(rename), rename.to), renameAlone(board, rename, isInUse));
};

/** Renames a note as a person typed it; empty or unchanged, nothing happens. */
export const renameDefinition = (definitionId: string, typed: string): boolean => {
  const to = typed.replace(/\s+/gu, ' ').trim();
  const definition = definitionNow(definitionId);
  if (!definition || to === '' || to === definition.name) return false;
  const rename: Rename = { kind: 'definition', definitionId, to };
  // What is locked refuses before anybody is asked what else to rename.
  return lockedNoteOf(appStore.getState().board, definitionId) ? renameOnly(rename) : make(rename);
};

/** `path` such as `['item', 'quantity']`. */
export const renameField = (definitionId: string, path: string[], to: string): boolean =>
  to !== '' && to !== path.at(-1) && make({ kind: 'field', definitionIds: [definitionId], path, to });
