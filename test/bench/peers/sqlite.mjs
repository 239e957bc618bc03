import { data } from './appending.mjs';

/**
 * SQLite on OPFS lives in a worker, where an app would talk to it from the page: so does this.
 * @returns {Promise<import('./appending.mjs').Peer>}
 */
export const openSqlite = async () => {
  const worker = new Worker(new URL('./sqlite.worker.mjs', import.meta.url), { type: 'module' });
  /** @param {unknown} message */
  const ask = (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: reply }) => (reply.error ? reject(new Error(reply.error)) : resolve(undefined));
      worker.onerror = ({ message: why }) => reject(new Error(why));
      worker.postMessage(message);
    });
  await ask({ open: true });
  return {
    append: async (version) => {
      await ask({ version, data: JSON.stringify(data) });
    },
    close: async () => worker.terminate(),
  };
};
