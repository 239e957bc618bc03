import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const supervisorSource = fileURLToPath(new URL('../host/supervisor.ts', import.meta.url));
const harnessSource = fileURLToPath(new URL('../harness/index.ts', import.meta.url));

/** Bundles what runs outside of the app into one classic script, as text. */
export const bundleAsText = async (entry: string, isMinified: boolean, plugins: Plugin[] = []): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      minify: isMinified,
      lib: { entry, formats: ['iife'], name: 'replaygroundPart', fileName: 'part' },
      rollupOptions: { output: { extend: true } },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`This could not be bundled: ${entry}`);
  return chunk.code.trim();
};

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of the frame: its one script, and workers made of text that it was given. Nothing else, no network. */
export const framePolicy = (supervisor: string): string =>
  `default-src 'none'; script-src ${sha256(supervisor)}; worker-src blob:; base-uri 'none'; form-action 'none'`;

/**
 * The policy of the app's page. A srcdoc frame inherits it, which is why the supervisor's hash stands here too;
 * `frame-src 'none'` does not stop srcdoc and stops the frame from going anywhere.
 */
export const pagePolicy = (supervisor: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${sha256(supervisor)}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const frameHtml = (supervisor: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${framePolicy(supervisor)}">` +
  `<title>Sandbox</title></head><body><script>${supervisor}</script></body></html>`;

const virtualName = 'virtual:sandbox-parts';

/**
 * Gives `virtual:sandbox-parts` (the harness's text, the frame's page) to the app, and the built page its policy with
 * the hash of the supervisor's final bytes.
 */
export const sandboxPlugin = (): Plugin => {
  let isBuild = false;
  let parts: Promise<{ supervisor: string; harness: string }> | undefined;
  const bundled = () => {
    parts ??= Promise.all([bundleAsText(supervisorSource, isBuild), bundleAsText(harnessSource, isBuild)]).then(
      ([supervisor, harness]) => ({ supervisor, harness }),
    );
    return parts;
  };
  return {
    name: 'replayground-sandbox',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    async load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      const { supervisor, harness } = await bundled();
      return `export const frameHtml = ${JSON.stringify(frameHtml(supervisor))};\nexport const harness = ${JSON.stringify(harness)};`;
    },
    async handleHotUpdate({ file, server }) {
      if (!/[\\/]sandbox[\\/](harness|host)[\\/]/.test(file)) return undefined;
      parts = undefined;
      server.ws.send({ type: 'full-reload' });
      return [];
    },
    async transformIndexHtml() {
      if (!isBuild) return [];
      const { supervisor } = await bundled();
      const content = pagePolicy(supervisor);
      return [{ tag: 'meta', injectTo: 'head-prepend', attrs: { 'http-equiv': 'Content-Security-Policy', content } }];
    },
  };
};
