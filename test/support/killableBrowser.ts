import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from './findChromium.mjs';

/** A Chromium of its own process group on a profile that outlives it. */
export type KillableBrowser = {
  newPage(): Promise<Page>;
  /** kill −9 of the browser with all its processes. Resolves once they are gone. */
  kill(): Promise<void>;
};

export const startKillableBrowser = async (profile: string): Promise<KillableBrowser> => {
  const path = findChromium();
  if (!path) throw new Error('There is no Chromium on this machine. Set CHROMIUM_PATH to one.');
  const started = spawn(
    path,
    ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...chromiumArguments],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await debuggingAddress(started), { timeout: 60_000 });
  return {
    newPage: async () => (browser.contexts()[0] ?? (await browser.newContext())).newPage(),
    kill: async () => {
      const exited = once(started, 'exit');
      process.kill(-(started.pid ?? 0), 'SIGKILL');
      await exited;
      await browser.close();
    },
  };
};

/** Chromium prints it once it listens. */
const debuggingAddress = async ({ stderr }: ChildProcess): Promise<string> => {
  if (!stderr) throw new Error('The browser has no error output.');
  try {
    for await (const line of createInterface(stderr)) {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) return address;
    }
  } finally {
    // What nobody reads would fill the pipe, and the browser would wait for ever to say the next word.
    stderr.resume();
  }
  throw new Error('The browser ended before it listened.');
};
