/** The yardstick: IndexedDB without anything of ours, one object store, explicit keys, relaxed durability. */
export type BareStore = {
  /** One transaction with one `add` per value; resolves when it is complete. */
  add(values: unknown[]): Promise<void>;
  delete(): Promise<void>;
};

export const openBareStore = async (name: string): Promise<BareStore> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('events');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  let lastKey = 0;
  return {
    add: (values) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction('events', 'readwrite', { durability: 'relaxed' });
        const events = transaction.objectStore('events');
        for (const value of values) {
          lastKey += 1;
          events.add(value, lastKey);
        }
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
    delete: () =>
      new Promise((resolve, reject) => {
        database.close();
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  };
};
