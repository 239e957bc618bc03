import { expect, it } from 'vitest';
import { carrierOf, headOf, modelTextIn } from '#files';
import { withModelInPng } from '../../src/files/picture/modelInPng.ts';
import { withModelInSvg } from '../../src/files/picture/modelInSvg.ts';
import { aPng } from './picture/pngs.ts';
import { fixtureText } from './support/fixtures.ts';

const svg = `<?xml version="1.0"?>\n<!-- drawn -->\n${withModelInSvg('<svg></svg>', fixtureText)}`;

it.each([
  ['a model’s own file', new File([fixtureText], 'model.json')],
  ['an SVG', new File([svg], 'model.svg')],
  ['an SVG without its name', new File([svg], 'pasted')],
])('takes the text of a model out of %s', async (_what, file) => {
  expect(await modelTextIn(file)).toBe(fixtureText);
});

it('takes the text of a model out of a PNG, whatever it is called', async () => {
  const picture = await withModelInPng(new Blob([aPng()]), new Blob([fixtureText]));
  expect(await modelTextIn(new File([picture], 'wall.png'))).toBe(fixtureText);
  expect(await modelTextIn(new File([picture], 'download'))).toBe(fixtureText);
});

it('says of a picture too large to be opened how large it is', async () => {
  const large = Object.defineProperty(new File([aPng()], 'wall.png'), 'size', { value: 200_000_001 });
  await expect(modelTextIn(large)).rejects.toThrow('it has 201 MB, and models of up to 100 MB can be opened');
});

it.each([
  ['events.csv', 'type,time\nPaid,2026-01-01\n'],
  ['model.json', '{ "format": "replayground", "name": "<svg>" }'],
  ['page.html', '<!doctype html><html><body><svg>'],
])('takes %s for no picture', async (name, text) => {
  expect(carrierOf(name, await headOf(new Blob([text])))).toBeUndefined();
});
