/**
 * Which of many changes to draw: in each stretch of the axis the lowest, the highest and the last, so that no peak is
 * lost. Answers their places in the list, in order; all of them where they are few.
 */
export const sampleKinks = (
  positions: readonly number[],
  numbers: readonly (number | undefined)[],
  most: number,
): number[] => {
  if (positions.length <= most) return positions.map((_position, index) => index);
  const stretches = Math.max(1, Math.floor(most / 3));
  const first = positions[0] ?? 0;
  const length = ((positions.at(-1) ?? 0) - first + 1) / stretches;
  const chosen: number[] = [];
  let index = 0;
  for (let stretch = 1; stretch <= stretches; stretch += 1) {
    const begin = index;
    while (index < positions.length && (positions[index] ?? 0) < first + stretch * length) index += 1;
    if (index > begin) chosen.push(...extremesIn(numbers, begin, index));
  }
  return chosen;
};

const extremesIn = (numbers: readonly (number | undefined)[], from: number, to: number): number[] => {
  let [lowest, highest] = [to - 1, to - 1];
  for (let index = from; index < to; index += 1) {
    const number = numbers[index];
    if (number === undefined) continue;
    if (number < (numbers[lowest] ?? Number.POSITIVE_INFINITY)) lowest = index;
    if (number > (numbers[highest] ?? Number.NEGATIVE_INFINITY)) highest = index;
  }
  return [...new Set([lowest, highest, to - 1])].sort((a, b) => a - b);
};
