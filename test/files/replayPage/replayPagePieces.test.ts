import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { modelInPage } from '../../../src/files/replayPage/dataBlock.ts';
import type { ReplayData } from '../../../src/files/replayPage/ReplayData.ts';
import { replayPagePieces } from '../../../src/files/replayPage/replayPagePieces.ts';

const nasty = '</script></title><!--<script>alert(1)</script><img src=x onerror=alert(1)>';

const data: ReplayData = {
  title: nasty,
  from: 1,
  total: 0,
  countsBefore: {},
  events: [],
  commands: [],
  streams: { [nasty]: { owner: nasty, start: nasty } },
  readModels: [],
  paths: [],
  wall: { notes: [], counted: [] },
};

const page = [...replayPagePieces({ data, wall: '<svg></svg>', model: [JSON.stringify({ name: nasty })] })].join('');

/** What stands in the scripts of the page, each with its attributes. */
const scripts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes = '', text = '']) => ({
  attributes: attributes.trim(),
  text,
}));

describe('a page that replays', () => {
  it('has its own script and two blocks of data, whatever the model says', () => {
    expect(scripts.map(({ attributes }) => attributes)).toEqual([
      'type="application/json" id="replay"',
      '',
      'type="application/json" id="replayground-model"',
    ]);
    expect(JSON.parse(scripts[0]?.text ?? '')).toEqual(data);
    expect(JSON.parse(modelInPage(page) ?? '')).toEqual({ name: nasty });
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<!--');
  });

  it('lets that script run and nothing else, and fetches nothing', () => {
    const hash = createHash('sha256')
      .update(scripts[1]?.text ?? '')
      .digest('base64');
    const [, policy] = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? [];

    expect(policy).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/<[^>]*\b(src|href)\s*=|url\(\s*['"]?http|@import/);
  });
});
