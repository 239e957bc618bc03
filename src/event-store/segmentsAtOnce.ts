import { type ChangeSet, lastPositionOf } from './changeSet.ts';
import { barKeys } from './database.ts';
import { segmentOf } from './segment.ts';

/** Change sets that stand before those of a transaction, and are not sealed. */
export type Unsealed = ChangeSet[];

export const eventsOfSets = (changeSets: readonly ChangeSet[]): number =>
  changeSets.reduce((sum, { count }) => sum + count, 0);

/**
 * What is not sealed yet, oldest first; undefined where a stream is closed: who writes into that has to collide with its
 * bar, as only a change set of its own does.
 */
export const readUnsealed = (tx: IDBTransaction, answer: (unsealed: Unsealed | undefined) => void): void => {
  const changeSets = tx.objectStore('changeSets');
  const bar = changeSets.openKeyCursor(barKeys());
  const lastSegment = tx.objectStore('segments').openKeyCursor(null, 'prev');
  lastSegment.onsuccess = () => {
    if (bar.result) return answer(undefined);
    const first = Number(lastSegment.result?.primaryKey ?? 0) + 1;
    const unsealed = changeSets.getAll(IDBKeyRange.bound(first, Number.POSITIVE_INFINITY));
    unsealed.onsuccess = () => answer(unsealed.result as ChangeSet[]);
  };
};

/**
 * Adds change sets as segments of about `size` events, with what stood unsealed before them; only the very last set stays
 * one. A tab that knows nothing of them would write where the first of them begins: that place is taken, as those of
 * sealed sets are. No other needs to be, as no log ever ended in between.
 */
export const addAsSegments = (
  tx: IDBTransaction,
  unsealed: Unsealed,
  changeSets: readonly ChangeSet[],
  size: number,
): void => {
  const setStore = tx.objectStore('changeSets');
  const last = changeSets.at(-1);
  const [first] = changeSets;
  if (!first || !last) return;
  for (const piece of piecesOf([...unsealed, ...changeSets.slice(0, -1)], size))
    tx.objectStore('segments').add(segmentOf(piece));
  for (const { firstPosition } of unsealed) setStore.put({ firstPosition });
  if (first !== last) setStore.add({ firstPosition: first.firstPosition });
  setStore.add(last);
};

/** Parts of about as many events each. A change set is never parted. */
const piecesOf = (changeSets: ChangeSet[], size: number): ChangeSet[][] => {
  const [first] = changeSets;
  if (!first) return [];
  const total = eventsOfSets(changeSets);
  const share = total / Math.max(1, Math.round(total / size));
  const pieces: ChangeSet[][] = [];
  for (const set of changeSets) {
    const number = Math.floor((lastPositionOf(set) - first.firstPosition) / share);
    const piece = pieces.at(-1);
    if (piece && number < pieces.length) piece.push(set);
    else pieces.push([set]);
  }
  return pieces;
};
