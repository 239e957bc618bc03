import { expect, type Page } from '@playwright/test';

/** Resolves when all of the app is stored for offline use, the editor included. */
export const storedForOffline = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const [, build = '{}'] = /^const build = (.*);$/m.exec(await (await fetch('./sw.js')).text()) ?? [];
          const { shell, rest } = JSON.parse(build) as { shell: string[]; rest: string[] };
          const found = await Promise.all([...shell, ...rest].map((path) => caches.match(path, { ignoreVary: true })));
          return found.filter((response) => !response).length;
        }),
      // It waits until the page is at rest, and the editor is large.
      { timeout: 60_000 },
    )
    .toBe(0);
