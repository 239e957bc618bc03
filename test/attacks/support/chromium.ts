import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { debuggingAddress } from '../../support/debuggingAddress.ts';
import { findChromium } from '../../support/findChromium.mjs';
import { connectDevTools, type DevTools } from './devTools.ts';

/**
 * Chromium with its stock flags: what test drivers switch off (a process of its own for a sandboxed frame, among
 * others) is what is tested here. So it is started by hand and spoken to over the DevTools protocol.
 */
export type Chromium = { openPage(url: string): Promise<Page>; close(): Promise<void> };

export type Page = {
  /** Runs the body of an async function in the page. Rejects when the page has crashed or does not answer in time. */
  evaluate<Result>(body: string, limit?: number): Promise<Result>;
  close(): Promise<void>;
};

const flags = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export const startChromium = async (): Promise<Chromium> => {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium was found. Set CHROMIUM_PATH.');
  const profile = mkdtempSync(join(tmpdir(), 'replayground-attacks-'));
  const running = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const socket = new WebSocket(await debuggingAddress(running), { perMessageDeflate: false });
  await once(socket, 'open');
  const devTools = connectDevTools(socket);
  return {
    openPage: (url) => openPage(devTools, url),
    close: async () => {
      const exited = once(running, 'exit');
      void devTools.send('Browser.close');
      await exited;
      socket.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
};

const openPage = async (devTools: DevTools, url: string): Promise<Page> => {
  const { targetId } = await devTools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devTools.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const session = devTools.session(sessionId);
  const crashed = new Promise<never>((_resolve, reject) => {
    session.on('Inspector.targetCrashed', () => reject(new Error('The page crashed.')));
  });
  crashed.catch(() => undefined);
  session.on('Page.javascriptDialogOpening', () => void session.send('Page.handleJavaScriptDialog', { accept: false }));
  for (const domain of ['Inspector', 'Page', 'Runtime']) await session.send(`${domain}.enable`);

  const evaluate = async <Result>(body: string, limit = 45_000): Promise<Result> => {
    const parameters = { expression: `(async () => { ${body} })()`, awaitPromise: true, returnByValue: true };
    const answer = session.send<Evaluated<Result>>('Runtime.evaluate', parameters);
    const { result, exceptionDetails } = await Promise.race([answer, crashed, silence(limit)]);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
  await session.send('Page.navigate', { url });
  await loaded;
  await evaluate('while (!window.lab) await new Promise((resolve) => setTimeout(resolve, 20));', 20_000);
  return { evaluate, close: async () => void (await devTools.send('Target.closeTarget', { targetId })) };
};

type Evaluated<Result> = {
  result: { value: Result };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

const silence = (limit: number): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`The page did not answer within ${limit} ms.`)), limit).unref();
  });
