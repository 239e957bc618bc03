import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CodeMoment, StoredBoardEvent } from '#model';
import { appStore, type Comparison, workspace } from '#state';
import { codeVersionsOf, comparedSides, type SideChoice, type Sides, startingSides } from './sides.ts';

export type CompareState = {
  /** Every edit of the wall, for the code as it was. */
  edits: StoredBoardEvent[];
  versions: CodeMoment[];
  /** `null` until the wall's edits have been read. */
  sides: Sides | null;
  comparison: Comparison | null;
  progress: 'comparing' | 'done' | 'failed';
};

const initial: CompareState = { edits: [], versions: [], sides: null, comparison: null, progress: 'comparing' };

const compareStore = createStore<CompareState>(() => initial);
const { getState, setState } = compareStore;

export const useCompare = <Slice>(select: (state: CompareState) => Slice): Slice => useStore(compareStore, select);

/** Begins with what is most likely meant. */
export const startComparing = async (): Promise<void> => {
  const edits = await workspace.readWallHistory();
  const versions = codeVersionsOf(edits);
  setState({ edits, versions });
  compare(startingSides(appStore.getState(), versions));
};

/** What was looked at is not kept: the next visit begins anew. */
export const stopComparing = (): void => {
  workspace.stopLongWork();
  setState(initial, true);
};

let asked = 0;

/** The last asked for is the one that is shown; one that is still under way is given up for it. */
const compare = (sides: Sides): void => {
  if (getState().progress === 'comparing') workspace.stopLongWork();
  setState({ sides, progress: 'comparing' });
  asked += 1;
  const number = asked;
  const { runs, modelId } = appStore.getState();
  void workspace.compareMoments(comparedSides(sides, runs, modelId, getState().edits)).then((comparison) => {
    if (number === asked && getState().sides === sides)
      setState({ comparison, progress: comparison ? 'done' : 'failed' });
  });
};

export const chooseSide = (index: 0 | 1, choice: SideChoice): void => {
  const { sides } = getState();
  if (sides) compare(index === 0 ? [choice, sides[1]] : [sides[0], choice]);
};

export const swapSides = (): void => {
  const { sides } = getState();
  if (sides) compare([sides[1], sides[0]]);
};
