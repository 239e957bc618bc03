import { PGlite } from '@electric-sql/pglite';
import { data } from './appending.mjs';

/** @returns {Promise<import('./appending.mjs').Peer>} */
export const openPGlite = async () => {
  const database = await PGlite.create(`idb://pglite-${Math.random()}`, { relaxedDurability: true });
  await database.exec(`create table events (
    position bigserial primary key, stream text not null, version int not null, data jsonb not null,
    unique (stream, version))`);
  return {
    append: async (version) => {
      const { affectedRows } = await database.query(
        `insert into events (stream, version, data) select 'cart-1', $1::int + 1, $2
         where (select coalesce(max(version), 0) from events where stream = 'cart-1') = $1::int`,
        [version, data],
      );
      if (affectedRows !== 1) throw new Error('Somebody was first.');
    },
    close: () => database.close(),
  };
};
