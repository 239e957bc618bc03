import { openIndexedDbStore } from '#event-store';

export { followVisit } from '../../src/state/tornLog.ts';

const name = 'torn';

/** Appends so many events; answers how many there are. */
export const append = async (count: number): Promise<number> => {
  const store = await openIndexedDbStore(name);
  for (let n = 0; n < count; n += 1) await store.appendToStream('s', [{ type: 'E', data: { n } }]);
  const last = await store.lastPosition();
  store.close();
  return last;
};
