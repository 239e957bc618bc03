import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('../page/main.ts', import.meta.url));
const virtualName = 'virtual:replay-page';

/** Gives `virtual:replay-page` to the app: the page's script in one piece, made by `bundle`. */
export const replayPagePlugin = (bundle: (entry: string) => Promise<string>): Plugin => {
  let bundled: Promise<string> | undefined;
  return {
    name: 'replayground-replay-page',
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    async load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      bundled ??= bundle(source);
      const script = await bundled;
      const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
      return `export const script = ${JSON.stringify(script)};\nexport const scriptHash = ${JSON.stringify(scriptHash)};`;
    },
    handleHotUpdate({ file, server }) {
      if (!/[\\/]replayPage[\\/]page[\\/]/.test(file)) return undefined;
      bundled = undefined;
      server.ws.send({ type: 'full-reload' });
      return [];
    },
  };
};
