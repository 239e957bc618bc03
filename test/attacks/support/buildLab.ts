import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { framePolicy, sandboxPlugin } from '../../../src/sandbox/build/sandboxPlugin.ts';

export type Lab = {
  /** The built files of the app under attack, by their path. */
  files: Map<string, string>;
  /** Pages of a frame whose window runs whatever it is sent; the second has no policy. */
  frame: string;
  openFrame: string;
  /** The app's page, which lets the frame run its attack and is as strict as ever in all else; and with no policy. */
  pageOfFrames: string;
  openPage: string;
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
  const page = files.get('/index.html') ?? '';
  if (!policyOfPage.test(page)) throw new Error('The built page has no policy.');
  return {
    files,
    frame: framePage(framePolicy(runAnything).replace(hash(runAnything), `${hash(runAnything)} 'unsafe-eval'`)),
    openFrame: framePage("script-src * 'unsafe-inline' 'unsafe-eval'"),
    pageOfFrames: page.replace('script-src ', `script-src ${hash(runAnything)} 'unsafe-eval' `),
    openPage: page.replace(policyOfPage, ''),
  };
};

const policyOfPage = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** Stands in for a hole in the supervisor: runs code in the frame's own window. */
const runAnything = `addEventListener('message', async ({ data, ports: [port] }) => {
  let answer;
  try { answer = 'value: ' + await (0, eval)(data); } catch (error) { answer = 'error: ' + error.message; }
  port.postMessage(answer);
});
parent.postMessage('ready', '*');`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const framePage = (policy: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"></head>` +
  `<body><script>${runAnything}</script></body></html>`;
