import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Rolldown } from 'vite';

const root = new URL('../..', import.meta.url).pathname;

/** A page that runs one bundled module, served at an origin of its own for as long as it is open. */
export type ServedBundle = { url: string; close(): Promise<void> };

/** Bundles a module of this repository, given by its path from the root. Its exports stand in `window.bundle`. */
export const serveBundle = async (entry: string): Promise<ServedBundle> => {
  const script = await bundle(entry);
  const server = createServer((request, response) => {
    const isScript = request.url === '/bundle.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><title>Bundle</title><script src="bundle.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const bundle = async (entry: string): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bundle', fileName: 'bundle' } },
  });
  const [output] = Array.isArray(built) ? built : [built as Rolldown.RolldownOutput];
  const chunk = output?.output.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`Nothing was bundled of ${entry}.`);
  return chunk.code;
};
