import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Large and not needed to see the wall: the code editor and the workers of its languages. */
const isLate = (path: string): boolean => /monaco|editor\.(?:api|worker)|ts\.worker|\.ttf$/i.test(path);

/** Files that Vite copies beside what it bundles. */
const filesIn = (folder: string): string[] =>
  folder && existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map((path) => String(path).replaceAll('\\', '/'))
        .filter((path) => statSync(`${folder}/${path}`).isFile())
        .sort()
    : [];

/**
 * Emits `sw.js`, the service worker that lets the built app open offline after the first visit. Its version is a hash
 * of every built file, so that any change of the app is a new version.
 */
export const serviceWorkerPlugin = (): Plugin => {
  let publicFolder = '';
  return {
    name: 'replayground-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved({ publicDir }) {
      publicFolder = publicDir;
    },
    generateBundle(_options, bundle) {
      const hash = createHash('sha256');
      const paths = Object.keys(bundle).sort();
      for (const path of paths) {
        const file = bundle[path];
        if (file) hash.update(path).update(file.type === 'chunk' ? file.code : file.source);
      }
      const copied = filesIn(publicFolder);
      for (const path of copied) hash.update(path).update(readFileSync(`${publicFolder}/${path}`));
      const assets = [...paths, ...copied].filter((path) => path !== 'index.html').map((path) => `./${path}`);
      const build = {
        version: hash.digest('hex').slice(0, 16),
        shell: ['./', ...assets.filter((path) => !isLate(path))],
        rest: assets.filter(isLate),
      };
      const script = readFileSync(new URL('./serviceWorker.js', import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const build = ${JSON.stringify(build)};\n${script}` });
    },
  };
};
