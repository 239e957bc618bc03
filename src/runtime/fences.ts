import { StaleFence } from '#event-store';

/** Stores, unless somebody else was first. Answers whether it is stored. */
export const storedFirst = async (store: () => Promise<void>): Promise<boolean> => {
  try {
    await store();
    return true;
  } catch (thrown) {
    if (thrown instanceof StaleFence) return false;
    throw thrown;
  }
};

/** Reads and stores, and does so once more wherever somebody else was first. */
export const untilFirst = async <T>(readAndStore: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await readAndStore();
    } catch (thrown) {
      if (!(thrown instanceof StaleFence)) throw thrown;
    }
  }
};
