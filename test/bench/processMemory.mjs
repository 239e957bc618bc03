import { existsSync, readFileSync } from 'node:fs';

/**
 * Memory of all processes that run pages and their workers, in MB; undefined where the system does not say. What is no
 * longer needed is thrown away first.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 */
export const memoryOf = async (browser, page) => {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  await client.detach();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMemory(id));
  return sizes.some((size) => size === undefined) ? undefined : sizes.reduce((sum, size) => sum + size, 0);
};

/** @param {number} processId */
const residentMemory = (processId) => {
  const file = `/proc/${processId}/status`;
  const size = existsSync(file) ? /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return size === undefined ? undefined : Number(size) / 1024;
};
