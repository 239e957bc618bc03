import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/findChromium.mjs';

const port = Number(process.env.PORT ?? 4183);
const root = new URL('..', import.meta.url).pathname;
const { args, ...browser } = launchOptions();

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // It would fetch the whole app again for each journey; the journeys that are about it let it in.
    serviceWorkers: 'block',
    // An address of a classroom, served from here: without https it counts as insecure.
    launchOptions: { ...browser, args: [...args, '--host-resolver-rules=MAP 192.168.7.7 127.0.0.1'] },
  },
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    cwd: root,
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
