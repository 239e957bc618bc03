const runs = 40;

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/**
 * P11: from Enter in the command form to the changed read model on screen, seen from within the page.
 * @param {import('@playwright/test').Browser} browser @param {string} address
 * @param {{ raw?: any } | undefined} append what P1 measured, in milliseconds of each run, to subtract
 */
export const measureEnterToReadModel = async (browser, address, append) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  // Each run opens another cart, so that none is refused and each one changes the table.
  await page.getByRole('button', { name: 'Run OpenCart' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  const milliseconds = await page.evaluate(async (count) => {
    const table = () => document.querySelector('[data-read-models]');
    const once = () =>
      new Promise((resolve) => {
        const started = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - started));
        });
        const target = table();
        if (target) observer.observe(target, { subtree: true, childList: true, characterData: true });
        document.querySelector('form button[type="submit"]')?.closest('form')?.requestSubmit();
      });
    const times = [];
    for (let index = 0; index < count; index += 1) {
      times.push(await once());
      await window.replayground?.settled();
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
    return times;
  }, runs);
  await page.close();
  const p95 = quantile(milliseconds, 0.95);
  const store = quantile(append?.raw?.store ?? [], 0.5);
  return {
    id: 'P11',
    what: 'Enter in the command form to the new read model on screen',
    target: 'p95 ≤ 2 frames over P1',
    measured: `p50 ${quantile(milliseconds, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${((p95 - store) / 16.7).toFixed(1)} frames over P1)`,
    passed: null,
    raw: { milliseconds },
  };
};
