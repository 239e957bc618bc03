import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppState, Redecided } from '#state';

/** What recorded commands were tried on: they say something of that alone. */
export type Basis = Pick<AppState, 'modelId' | 'modules' | 'events' | 'commands'>;

export type Tried = { result: Redecided; basis: Basis };

/** Recorded commands that are tried on the present code: those of one decider, or all. */
type AgainState = {
  /** '' for those of all deciders. */
  scope: string;
  /** Which are under way, and how far. */
  work: { scope: string; done: number; total: number } | null;
  /** What came of it, by scope. */
  tried: { readonly [scope: string]: Tried };
};

export const againStore = createStore<AgainState>(() => ({ scope: '', work: null, tried: {} }));

export const useAgain = <Slice>(select: (state: AgainState) => Slice): Slice => useStore(againStore, select);
