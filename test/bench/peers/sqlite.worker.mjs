import openSqlite3 from '@sqlite.org/sqlite-wasm';

let append = (/** @type {number} */ _version, /** @type {string} */ _data) => {};

const open = async () => {
  const sqlite3 = await openSqlite3();
  const pool = await sqlite3.installOpfsSAHPoolVfs({ clearOnInit: true });
  const database = new pool.OpfsSAHPoolDb('/peers.sqlite3');
  database.exec(`create table events (
    position integer primary key, stream text not null, version integer not null, data text not null,
    unique (stream, version))`);
  append = (version, data) =>
    database.transaction(() => {
      const last = database.selectValue("select coalesce(max(version), 0) from events where stream = 'cart-1'");
      if (last !== version) throw new Error('Somebody was first.');
      database.exec({
        sql: "insert into events (stream, version, data) values ('cart-1', ?, ?)",
        bind: [version + 1, data],
      });
    });
};

self.onmessage = async ({ data: { open: isOpening, version, data } }) => {
  try {
    if (isOpening) await open();
    else append(version, data);
    self.postMessage({});
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
