import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from '@playwright/test';
import { debuggingAddress } from './debuggingAddress.ts';
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
