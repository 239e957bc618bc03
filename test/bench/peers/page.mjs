import { openBareStore } from '../bareIndexedDb.ts';
import { data } from './appending.mjs';
import { openDexie } from './dexie.mjs';
import { openPGlite } from './pglite.mjs';
import { openSqlite } from './sqlite.mjs';

/** @typedef {import('./appending.mjs').Peer} Peer */

/** The yardstick checks nothing. */
const openBare = async () => {
  const store = await openBareStore(`peers ${Math.random()}`);
  return { append: (/** @type {number} */ version) => store.add([{ version, data }]), close: () => store.delete() };
};

/** @type {{ [name: string]: () => Promise<Peer> }} */
const openings = { bare: openBare, dexie: openDexie, sqlite: openSqlite, pglite: openPGlite };

const [rounds, appends] = [7, 100];

/** Milliseconds an append, of each peer and round; peers take turns, so that a slow moment of the machine meets all. */
const measure = async () => {
  /** @type {{ [name: string]: number[] }} */
  const measured = {};
  /** @type {[string, Peer][]} */
  const peers = [];
  for (const [name, open] of Object.entries(openings)) peers.push([name, await open()]);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, peer] of peers) {
      const start = performance.now();
      for (let n = 0; n < appends; n += 1) await peer.append(round * appends + n);
      // The first round warms up.
      if (round > 0) measured[name] = [...(measured[name] ?? []), (performance.now() - start) / appends];
    }
  }
  for (const [, { close }] of peers) await close();
  return measured;
};

Object.assign(window, { measurePeers: measure });
