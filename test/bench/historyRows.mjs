import { median } from './figures.mjs';
import { memoryOf } from './processMemory.mjs';

/** @param {number} ms */
const words = (ms) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`);

/**
 * P8 and P13: what a person waits for with a long history, and what it takes of the memory. Reported.
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {number} events
 * @returns {Promise<import('./run.mjs').Row[]>}
 */
export const measureLongHistory = async (browser, address, events) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  await page.evaluate(() => window.bench?.openEmptyRun());
  const before = await memoryOf(browser);
  const times = await page.evaluate((count) => window.bench?.openLongRun(count), events);
  const after = await memoryOf(browser);
  await context.close();
  if (!times) return [];
  /** @param {'stream' | 'readModel' | 'stored'} part */
  const medianOf = (part) => words(median(times.changedCode.map((one) => one[part])));
  const many = events.toLocaleString('en');
  return [
    {
      id: 'P8',
      what: `from changed code to the present, ${many} events`,
      target: 'at most 300 ms to the visible stream and read model at 100,000 events',
      measured: `stream ${medianOf('stream')}, read model ${medianOf('readModel')}, all stored ${medianOf('stored')}; to open: ${words(times.opening)}, then to the first moment: ${words(times.firstMoment)}`,
      passed: null,
      raw: times,
    },
    {
      id: 'P13',
      what: `memory with ${many} events, replayed, over the same with none`,
      target: 'at most 120 MB at 100,000 events, 700 MB at 1,000,000',
      measured: before === undefined || after === undefined ? 'not known here' : `${(after - before).toFixed(0)} MB`,
      passed: null,
      raw: { before, after },
    },
  ];
};
