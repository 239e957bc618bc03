import { median } from './figures.mjs';

const times = 12;

/**
 * In the page: the longest task of each command and of each step of the cursor, in milliseconds.
 * @param {number} repeats
 */
const longestTasks = async (repeats) => {
  const replayground = window.replayground;
  if (!replayground) throw new Error('The scripting functions are not there.');
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** @param {(repeat: number) => Promise<unknown>} act */
  const measure = async (act) => {
    const durations = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      longest = 0;
      await act(repeat);
      await painted();
      await painted();
      durations.push(longest);
    }
    return durations;
  };
  return {
    sending: await measure((repeat) =>
      replayground.send({ type: 'OpenCart', data: { cartId: `cart-${repeat + 100}`, clientId: 'client-1' } }),
    ),
    stepping: await measure((repeat) => replayground.seek(30 - repeat)),
  };
};

/** @param {readonly number[]} durations 0 stands for less than 50 ms: the browser reports no shorter task */
const inWords = (durations) =>
  `${durations.filter((duration) => duration > 0).length} of ${times} over 50 ms, median ${median(durations).toFixed(0)} ms, longest ${Math.max(...durations).toFixed(0)} ms`;

/**
 * How long a command and a step of the cursor hold the screen up.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built app
 * @returns {Promise<import('./run.mjs').Row>}
 */
export const measureLongTasks = async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.waitForFunction(() => window.replayground !== undefined);
  await page.getByRole('button', { name: 'Run OpenCart' }).waitFor();
  const raw = await page.evaluate(longestTasks, times);
  await page.close();
  return {
    id: 'long',
    what: 'tasks over 50 ms while a command runs, while the cursor steps',
    target: 'none',
    measured: `commands: ${inWords(raw.sending)}; steps: ${inWords(raw.stepping)}`,
    // An absolute time: it depends on the machine, so it is reported and gates nothing.
    passed: null,
    raw,
  };
};
