import { Dexie } from 'dexie';
import { data } from './appending.mjs';

/** @returns {Promise<import('./appending.mjs').Peer>} */
export const openDexie = async () => {
  const database = new Dexie(`dexie ${Math.random()}`, { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ events: '++position, &[stream+version]' });
  const events = database.table('events');
  return {
    append: (version) =>
      database.transaction('rw', events, async () => {
        const last = await events
          .where('[stream+version]')
          .between(['cart-1', Dexie.minKey], ['cart-1', Dexie.maxKey])
          .last();
        if ((last?.version ?? 0) !== version) throw new Error('Somebody was first.');
        await events.add({ stream: 'cart-1', version: version + 1, data });
      }),
    close: () => database.delete(),
  };
};
