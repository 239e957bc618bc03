import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { bundleAsText, sandboxPlugin } from '../../src/sandbox/build/sandboxPlugin.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url)).replaceAll('\\', '/');

/**
 * Gives each of the app's own workers as one script, as a build does: most tests start an engine of their own, which
 * would come as hundreds of modules, one by one.
 */
export const bundledWorkers = (): Plugin => {
  const bundles = new Map<string, Promise<string>>();
  return {
    name: 'replayground-bundled-workers',
    enforce: 'pre',
    load(id) {
      const [entry = '', query = ''] = id.split('?');
      if (!entry.startsWith(source) || !query.includes('worker_file')) return undefined;
      const bundled = bundles.get(entry) ?? bundleAsText(entry, false, [sandboxPlugin()]);
      bundles.set(entry, bundled);
      return bundled;
    },
    handleHotUpdate: () => bundles.clear(),
  };
};
