import { existsSync, readFileSync } from 'node:fs';

/** What may hold garbage: a worker collects its own only when it needs room, which may be much later. */
const collecting = ['page', 'iframe', 'worker'];

/**
 * Throws away what is no longer needed, in all threads of the browser's pages.
 * @param {import('@playwright/test').CDPSession} session of the browser
 */
const collectGarbage = async (session) => {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  for (const { targetId } of targetInfos.filter(({ type }) => collecting.includes(type))) {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId });
    const collected = new Promise((resolve) => session.once('Target.receivedMessageFromTarget', resolve));
    const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    await collected;
    await session.send('Target.detachFromTarget', { sessionId });
  }
};

/**
 * Memory of all processes that run pages and their workers, in MB; undefined where the system does not say. What is no
 * longer needed is thrown away first.
 * @param {import('@playwright/test').Browser} browser
 */
export const memoryOf = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  await collectGarbage(session);
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
