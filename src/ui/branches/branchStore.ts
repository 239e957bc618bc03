import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What is asked about branches, and whether they are shown one above the other. */
export type BranchesState = {
  dialog: 'what-if' | 'rename' | null;
  areLanesShown: boolean;
};

const branchStore = createStore<BranchesState>(() => ({ dialog: null, areLanesShown: false }));

export const useBranches = <Slice>(select: (state: BranchesState) => Slice): Slice => useStore(branchStore, select);

export const askAboutBranch = (dialog: BranchesState['dialog']): void => branchStore.setState({ dialog });

export const toggleBranchLanes = (): void =>
  branchStore.setState(({ areLanesShown }) => ({ areLanesShown: !areLanesShown }));
