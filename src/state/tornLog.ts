import { deleteDB, type IDBPDatabase, openDB } from 'idb';

/**
 * Where a browser is killed in the middle of a write, the log of its databases ends in a torn record. Chromium reads up
 * to there and goes on behind it; and when it next reads that log, it finds it damaged and drops all that the page has
 * stored. More than it keeps in one log makes it begin another one: so that is done after a visit that did not end.
 */

const prefix = 'replayground/open/';

/** Bytes of a record that stays in the log, and records that are more than a log of 4 MiB holds. */
const [recordSize, enough] = [50_000, 85];

const write = async (database: IDBPDatabase, records: number): Promise<void> => {
  const { store, done } = database.transaction('records', 'readwrite');
  const written = Array.from({ length: records }, () => store.add(new Uint8Array(recordSize)));
  await Promise.all([...written, done]);
};

/** Another log begins with the first write that finds the one before full. */
const beginAnotherLog = async (): Promise<void> => {
  const name = 'replayground/log';
  const database = await openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore('records', { autoIncrement: true }),
  });
  try {
    await write(database, enough);
    await write(database, 1);
  } finally {
    database.close();
    await deleteDB(name);
  }
};

/** Visits that have begun, are not going on in another tab, and have not ended. */
const visitsCutShort = async (own: string): Promise<string[]> => {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const goingOn = new Set([own, ...held.map(({ name }) => name)]);
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix) && !goingOn.has(key));
};

/** Remembers that a visit goes on until it ends. */
const rememberVisit = (own: string): void => {
  const remember = () => localStorage.setItem(own, '');
  remember();
  addEventListener('pageshow', remember);
  addEventListener('pagehide', () => localStorage.removeItem(own));
  void navigator.locks?.request(own, () => new Promise(() => undefined));
};

/** Once for each visit; resolves when what was left of those before is safe. */
export const followVisit = async (): Promise<void> => {
  const own = `${prefix}${performance.timeOrigin}`;
  const cutShort = await visitsCutShort(own);
  rememberVisit(own);
  if (cutShort.length === 0) return;
  await beginAnotherLog();
  for (const visit of cutShort) localStorage.removeItem(visit);
};
