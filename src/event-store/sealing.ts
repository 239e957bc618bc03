import { unwrap } from 'idb';
import type { ChangeSet } from './changeSet.ts';
import { positionKeys, type StoreDatabase, storageFailure } from './database.ts';
import type { SealOptions } from './EventStore.ts';
import { segmentOf } from './segment.ts';

/**
 * Swaps the oldest change sets for one segment, in one transaction: whatever happens to the tab, they are there once.
 * Two tabs that seal at the same time come one after the other, and the second one goes on behind the first.
 */
export const sealOldest = (database: StoreDatabase, { size, unsealed }: Required<SealOptions>): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const tx = (unwrap(database) as IDBDatabase).transaction(['changeSets', 'segments'], 'readwrite');
    const [changeSets, segments] = [tx.objectStore('changeSets'), tx.objectStore('segments')];
    let hasSealed = false;
    let fault: unknown;
    tx.oncomplete = () => resolve(hasSealed);
    tx.onabort = () => reject(storageFailure(fault ?? tx.error));

    const lastSegment = segments.openKeyCursor(null, 'prev');
    const lastSet = changeSets.openKeyCursor(positionKeys(), 'prev');
    lastSet.onsuccess = () => {
      const first = keyOf(lastSegment) + 1;
      // The last set begins behind what stays unsealed, so it is never among those that are sealed.
      if (keyOf(lastSet) < first + size + unsealed) return;
      const oldest = changeSets.getAll(IDBKeyRange.bound(first, first + size - 1));
      oldest.onsuccess = () => {
        try {
          swap(changeSets, segments, oldest.result);
          hasSealed = true;
        } catch (error) {
          fault = error;
          tx.abort();
        }
      };
    };
  });

const keyOf = ({ result }: IDBRequest<IDBCursor | null>): number => Number(result?.primaryKey ?? 0);

const swap = (changeSets: IDBObjectStore, segments: IDBObjectStore, oldest: ChangeSet[]): void => {
  segments.add(segmentOf(oldest));
  for (const { firstPosition } of oldest) changeSets.put({ firstPosition });
};
