import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { framePolicy, sandboxPlugin } from '../../../src/sandbox/build/sandboxPlugin.ts';

export type Lab = {
  /** The built files of the app under attack, by their path. */
  files: Map<string, string>;
  /** Pages whose window runs whatever it is sent; the second without the frame's policy. */
  frame: string;
  openFrame: string;
};

/** Builds the page under attack as the app itself is built: with the sandbox's parts and the policy of the page. */
export const buildLab = async (): Promise<Lab> => {
  const output = (await build({
    root: fileURLToPath(new URL('../page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [sandboxPlugin()],
    build: { write: false, target: 'es2022', modulePreload: false },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    output.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString(),
    ]),
  );
  return {
    files,
    frame: framePage(policyWithEval()),
    openFrame: framePage("script-src * 'unsafe-inline' 'unsafe-eval'"),
  };
};

/** Stands in for a hole in the supervisor: runs code in the frame's own window. */
const runAnything = `addEventListener('message', async ({ data, ports: [port] }) => {
  let answer;
  try { answer = 'value: ' + await (0, eval)(data); } catch (error) { answer = 'error: ' + error.message; }
  port.postMessage(answer);
});
parent.postMessage('ready', '*');`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of the real frame, but for letting this page run the attack. */
const policyWithEval = (): string =>
  framePolicy(runAnything).replace(hash(runAnything), `${hash(runAnything)} 'unsafe-eval'`);

const framePage = (policy: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"></head>` +
  `<body><script>${runAnything}</script></body></html>`;
