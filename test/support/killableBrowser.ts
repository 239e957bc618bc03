import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from '@playwright/test';
import { debuggingAddress } from './debuggingAddress.ts';
import { launchOptions } from './findChromium.mjs';

/** A Chromium of its own process group on a profile that outlives it. */
export type KillableBrowser = {
  newPage(): Promise<Page>;
  /** kill −9 of the browser with all its processes. Resolves once they are gone. */
  kill(): Promise<void>;
};

export const startKillableBrowser = async (profile: string): Promise<KillableBrowser> => {
  const { executablePath: path, args } = launchOptions();
  if (!path) throw new Error('There is no Chromium on this machine. Set CHROMIUM_PATH to one.');
  const started = spawn(
    path,
    // A page of the browser's own that is on its way as the driver connects can keep it waiting for ever.
    ['--headless=new', '--no-startup-window', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...args],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = () => process.kill(-(started.pid ?? 0), 'SIGKILL');
  // A test that breaks off leaves none behind.
  process.once('exit', end);
  const browser = await chromium.connectOverCDP(await debuggingAddress(started), { timeout: 60_000 });
  return {
    newPage: async () => (browser.contexts()[0] ?? (await browser.newContext())).newPage(),
    kill: async () => {
      const exited = once(started, 'exit');
      process.off('exit', end);
      end();
      await exited;
      await browser.close();
    },
  };
};
