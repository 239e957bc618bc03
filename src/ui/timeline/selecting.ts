import { includesPosition } from '#model';
import { appStore } from '#state';
import { lanesStore } from './lanesStore.ts';
import { positionAt } from './positionAt.ts';

export const unselectAll = (): void => lanesStore.setState({ selected: [] });

export const toggleSelected = (position: number): void =>
  lanesStore.setState(({ selected }) => ({
    selected: includesPosition(selected, position)
      ? selected.filter((one) => one !== position)
      : [...selected, position].sort((one, other) => one - other),
  }));

/** A selection larger than this is no example any more. */
const mostSelected = 1000;

/** Selects from the cursor to the position, of a filter's matches only those. */
export const selectTo = (position: number): void => {
  const state = appStore.getState();
  const from = positionAt(state);
  const [first, last] = from < position ? [Math.max(1, from), position] : [position, Math.max(1, from)];
  const length = Math.min(last - first + 1, mostSelected);
  const between = Array.from({ length }, (_, index) => first + index);
  const { matches } = state;
  const selected = matches ? between.filter((one) => includesPosition(matches.positions, one)) : between;
  lanesStore.setState((before) => ({
    selected: [...new Set([...before.selected, ...selected])].sort((one, other) => one - other),
  }));
};

/** Takes the cursor's event and the one after the step into the selection. */
export const selectStep = (step: () => void): void => {
  const before = positionAt(appStore.getState());
  step();
  const after = positionAt(appStore.getState());
  const { selected } = lanesStore.getState();
  const wanted = [before, after].filter((position) => position > 0 && !selected.includes(position));
  for (const position of new Set(wanted)) toggleSelected(position);
};
