/** Ids come from files too: `__proto__` and its like are keys like any other here, never inherited members. */
export const recordOf = <T>(records: { [id: string]: T }, id: string): T | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined;
