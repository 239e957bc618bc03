/** Global positions, ascending, that only ever grow at the end. */
export type Positions = readonly number[];

/** How many of the positions are at most this one; found by halving. */
export const countUpTo = (positions: Positions, position: number): number => {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const positionAfter = (positions: Positions, position: number): number | undefined =>
  positions[countUpTo(positions, position)];

export const positionBefore = (positions: Positions, position: number): number | undefined =>
  positions[countUpTo(positions, position - 1) - 1];

/** Whether the position is one of them. */
export const includesPosition = (positions: Positions, position: number): boolean =>
  positions[countUpTo(positions, position) - 1] === position;
