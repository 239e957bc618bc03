/** @param {readonly number[]} values @param {number} share between 0 and 1 */
export const percentile = (values, share) => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** @param {readonly number[]} values */
export const median = (values) => percentile(values, 0.5);
