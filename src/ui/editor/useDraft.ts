import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { workspace } from '#state';
import { type Draft, draftOf, isChanged, keepMine, stored, takeTheirs, typed } from './draft.ts';

export type OpenDraft = { draft: Draft; type: (text: string) => void; takeTheirs: () => void; keepMine: () => void };

/**
 * The draft of one file. It lives in a store rather than in React's state, because a store renders at once: a surface
 * must never be given a text that is older than what was typed into it.
 */
export const useDraft = (definitionId: string, path: string, storedText: string): OpenDraft => {
  const text = unixLines(storedText);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file starts anew; a change of this one is followed below
  const store = useMemo(() => createStore<Draft>(() => draftOf(text)), [definitionId, path]);
  const actions = useMemo(() => {
    const type = (next: Draft): void => {
      store.setState(next);
      workspace.typeCode(definitionId, path, next.text);
    };
    return {
      type: (next: string) => type(typed(store.getState(), next)),
      takeTheirs: () => type(takeTheirs(store.getState())),
      keepMine: () => type(keepMine(store.getState())),
      follow: (storedNow: string) => {
        const before = store.getState();
        const next = stored(before, storedNow);
        if (next.text !== before.text && isChanged(next)) type(next);
        else store.setState(next);
      },
    };
  }, [store, definitionId, path]);
  useEffect(() => actions.follow(text), [actions, text]);
  return { draft: useStore(store), ...actions };
};

/** Monaco keeps one kind of line end in a text, and so do we. */
const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');
