import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const libraryModule = /monaco-editor[\\/]esm[\\/]vs[\\/]languages[\\/]features[\\/]typescript[\\/]lib[\\/]lib\.js$/;
const browserLibrary = /^lib\.(dom|webworker|scripthost)\b|\.full\.d\.ts$|^lib\.d\.ts$|^lib\.es6\.d\.ts$/;
const licenceHeader = /^\/\*![\s\S]*?\*\/\s*/;

/**
 * Leaves the declarations of browsers out of Monaco's TypeScript worker: the person's code must not see a `window`, and
 * the download shrinks by a quarter. Belongs into Vite's `worker.plugins`, since a worker is bundled on its own.
 */
export const slimTypeScriptLibraries = (): Plugin => ({
  name: 'slim-typescript-libraries',
  load: {
    filter: { id: libraryModule },
    async handler(id) {
      const { libFileMap } = (await import(pathToFileURL(id).href)) as { libFileMap: { [file: string]: string } };
      const kept = ecmaScriptLibraries(libFileMap);
      const count = Object.keys(kept).length;
      if (count < 50 || count === Object.keys(libFileMap).length) {
        this.error(
          'The TypeScript libraries in monaco-editor are laid out in a new way; mend slimTypeScriptLibraries.',
        );
      }
      return `export const libFileMap = JSON.parse(${JSON.stringify(JSON.stringify(kept))});`;
    },
  },
});

/** The first licence stays; the others repeat it. */
const ecmaScriptLibraries = (libraries: { [file: string]: string }): { [file: string]: string } => {
  const kept = Object.entries(libraries).filter(([file]) => !browserLibrary.test(file));
  return Object.fromEntries(
    kept.map(([file, text], index) => [file, index === 0 ? text : text.replace(licenceHeader, '')]),
  );
};
