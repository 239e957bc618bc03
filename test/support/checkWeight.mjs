// The script that has to arrive before the wall is usable: what index.html loads at once, with all that it imports.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limit = 250 * 1024;
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const read = (/** @type {string} */ path) => readFileSync(`${dist}${path}`);
const html = read('index.html').toString();
const entries = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => path);

/** @type {Map<string, number>} */
const weights = new Map();
const weigh = (/** @type {string} */ path) => {
  if (weights.has(path)) return;
  const script = read(path);
  weights.set(path, gzipSync(script).length);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const [, imported] of script
    .toString()
    .matchAll(/(?:^|[;\s}])(?:import|export)\s*(?:[\w*{][^"'();]*?from\s*)?["']\.\/([^"']+\.js)["']/g))
    weigh(folder + imported);
};
for (const entry of entries) if (entry) weigh(entry);

const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
for (const [path, bytes] of weights) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} kB gzip  ${path}`);
console.log(
  `${(total / 1024).toFixed(1).padStart(8)} kB gzip before the wall is usable; the limit is ${limit / 1024} kB`,
);
if (entries.length === 0 || total > limit) process.exit(1);
