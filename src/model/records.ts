/** Ids come from files too: `__proto__` and its like are keys like any other here, never inherited members. */
export const recordOf = <T>(records: { [id: string]: T }, id: string): T | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined;

export const withRecord = <T extends { id: string }>(records: { [id: string]: T }, record: T): { [id: string]: T } => ({
  ...records,
  [record.id]: record,
});

export const withoutRecord = <T>(records: { [id: string]: T }, id: string): { [id: string]: T } => {
  if (!Object.hasOwn(records, id)) return records;
  const { [id]: _removed, ...rest } = records;
  return rest;
};
