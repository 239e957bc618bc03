import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLab } from './support/buildLab.ts';
import { type AttackCase, codeOf, deciderOf, harmfulCases } from './support/cases.ts';
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

const callOf = (attack: AttackCase): string =>
  attack.realm === 'frame'
    ? `return (await lab.attackFrame(${JSON.stringify(codeOf(attack))}, '/open-frame-page.html')).harm;`
    : `return await lab.attackWithoutSandbox(${JSON.stringify(deciderOf(attack))});`;

describe('the same attacks without the sandbox bite, so that the other tests prove something', () => {
  it.each(harmfulCases.map((attack) => [`${attack.group}: ${attack.title}`, attack] as const))(
    '%s',
    async (_title, attack) => {
      servers.hits.length = 0;
      const page = await chromium.openPage(`${appOrigin}/open.html`);

      const harm = await page.evaluate<string[]>(callOf(attack));
      await page.close();

      expect([...servers.hits, ...harm]).not.toEqual([]);
    },
  );
});
