import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from './page/lab.ts';
import type { Attack } from './page/runAttack.ts';
import { buildLab } from './support/buildLab.ts';
import { type AttackCase, codeOf, deciderOf, frameCases, upcasterCases, workerCases } from './support/cases.ts';
import { type Chromium, type Page, startChromium } from './support/chromium.ts';
import { appOrigin, type Servers, startServers } from './support/servers.ts';

/** Milliseconds: longer than a busy test machine takes between two timers, shorter than a person would call frozen. */
const longestGap = 2_500;

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

const hitsOf = ({ id }: AttackCase): string[] =>
  servers.hits.filter((hit) => hit.includes(`/hit/${id}`) || hit.startsWith('app ') || hit === 'STUN');

/** A page is used by many attacks; one that crashed makes room for a new one. */
const keptPage = (path: string) => {
  let page: Promise<Page> | undefined;
  return {
    evaluate: async <Result>(body: string): Promise<Result> => {
      page ??= chromium.openPage(`${appOrigin}${path}`);
      try {
        return await (await page).evaluate<Result>(body);
      } catch (error) {
        page = undefined;
        throw error;
      }
    },
  };
};

const expectedEnd = ({ expected }: AttackCase): string => (expected.as === 'diagnostic' ? 'value' : expected.outcome);

/** Lets the page run it, and expects that nothing but its own run was harmed. */
const expectContained = async (
  page: ReturnType<typeof keptPage>,
  attack: AttackCase,
  code: Pick<Attack, 'text' | 'as'>,
): Promise<void> => {
  const { expected, now, timeoutMs: silenceMs } = attack;
  servers.hits.length = 0;

  const wanted = JSON.stringify({ ...code, now, silenceMs });
  const report = await page.evaluate<Report>(`return await lab.attack(${wanted});`);

  const { harm, messages, next } = report;
  expect({ harm, messages, next, hits: hitsOf(attack) }).toEqual({
    harm: [],
    messages: [],
    next: '[{"type":"Summed","data":{"total":6}}]',
    hits: [],
  });
  expect(report.longestGap).toBeLessThan(longestGap);
  const end = expectedEnd(attack);
  if (end !== 'any') expect(report.outcome, report.words).toBe(end);
  if (expected.match)
    expect(expected.as === 'diagnostic' ? report.diagnostics : report.words).toMatch(new RegExp(expected.match));
};

describe('code that attacks from where the person’s code runs', () => {
  const page = keptPage('/index.html');

  it.each(workerCases.map((attack) => [`${attack.group}: ${attack.title}`, attack] as const))('%s', (_title, attack) =>
    expectContained(page, attack, { text: deciderOf(attack) }),
  );
});

describe('an upcaster that attacks as stored events are read', () => {
  const page = keptPage('/index.html');

  it.each(upcasterCases.map((attack) => [`${attack.group}: ${attack.title}`, attack] as const))(
    '%s',
    (_title, attack) => expectContained(page, attack, { text: codeOf(attack), as: 'upcaster' }),
  );
});

describe('code that has found its way into the window of the frame', () => {
  const page = keptPage('/frames.html');
  // No policy of Chromium's stops WebRTC in a window. It is out of reach because code runs in workers alone, which
  // have none: "WebRTC data leak by STUN" above.
  const contained = frameCases.filter(({ id }) => id !== 'frm-rtc');

  it.each(contained.map((attack) => [attack.title, attack] as const))('%s', async (_title, attack) => {
    servers.hits.length = 0;

    const { harm } = await page.evaluate<{ harm: string[] }>(
      `return await lab.attackFrame(${JSON.stringify(codeOf(attack))}, '/frame-page.html');`,
    );

    expect({ harm, hits: hitsOf(attack) }).toEqual({ harm: [], hits: [] });
  });
});
