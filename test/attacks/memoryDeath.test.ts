import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from './page/lab.ts';
import { buildLab } from './support/buildLab.ts';
import { type Chromium, startChromium } from './support/chromium.ts';
import { appOrigin, type Servers, startServers } from './support/servers.ts';

let servers: Servers;
let chromium: Chromium;

beforeAll(async () => {
  servers = await startServers(await buildLab());
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  servers?.close();
});

/** Takes memory until the process of the frame is gone. The time limit is put off, or it would be first. */
const bomb = `
export const initialState = () => ({});
export const evolve = (state: any) => {
  const kept: any[] = [];
  for (;;) kept.push(new Array(1e6).fill(kept.length));
};
export const decide = () => [];
`;

it('code that uses up all memory takes down the frame alone: it is said, and the next code runs', async () => {
  const page = await chromium.openPage(`${appOrigin}/index.html`);

  const wanted = JSON.stringify({ text: bomb, silenceMs: 40_000 });
  const report = await page.evaluate<Report>(`return await lab.attack(${wanted});`);

  const { harm, messages, next, outcome, words } = report;
  expect({ harm, messages, next, outcome }).toEqual({
    harm: [],
    messages: [],
    next: '[{"type":"Summed","data":{"total":6}}]',
    outcome: 'error',
  });
  expect(words).toContain('The sandbox ran out of memory and was restarted.');
  expect(report.longestGap).toBeLessThan(2_500);
});
