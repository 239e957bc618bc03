import { expect, it } from 'vitest';
import { carrierOf, modelTextIn } from '../../src/files/carriers.ts';
import { headOf } from '../../src/files/headOf.ts';
import { hashOfModel } from '../../src/files/link/modelLink.ts';
import { withModelInPng } from '../../src/files/picture/modelInPng.ts';
import { withModelInSvg } from '../../src/files/picture/modelInSvg.ts';
import { modelInBlock } from '../../src/files/replayPage/dataBlock.ts';
import { aPng } from './picture/pngs.ts';
import { fixtureText } from './support/fixtures.ts';

const textIn = async (file: File): Promise<string> => modelTextIn(file, carrierOf(file.name, await headOf(file)));

const svg = `<?xml version="1.0"?>\n<!-- drawn -->\n${withModelInSvg('<svg></svg>', fixtureText)}`;
const page = `<!doctype html>\n<html><body>${svg}${[...modelInBlock([fixtureText])].join('')}</body></html>`;

it.each([
  ['a model’s own file', new File([fixtureText], 'model.json')],
  ['an SVG', new File([svg], 'model.svg')],
  ['an SVG without its name', new File([svg], 'pasted')],
])('takes the text of a model out of %s', async (_what, file) => {
  expect(await textIn(file)).toBe(fixtureText);
});

it('takes the text of a model out of a PNG, whatever it is called', async () => {
  const picture = await withModelInPng(new Blob([aPng()]), new Blob([fixtureText]));
  expect(await textIn(new File([picture], 'wall.png'))).toBe(fixtureText);
  expect(await textIn(new File([picture], 'download'))).toBe(fixtureText);
});

it('says of a picture too large to be opened how large it is', async () => {
  const large = Object.defineProperty(new File([aPng()], 'wall.png'), 'size', { value: 200_000_001 });
  await expect(textIn(large)).rejects.toThrow('it has 201 MB, and models of up to 100 MB can be opened');
});

it('takes a model out of a link, of which the hash or all of the address is there', async () => {
  const hash = await hashOfModel(new Blob([fixtureText]));
  for (const text of [hash, `https://example.org/app/${hash}\n`])
    expect(JSON.parse(await textIn(new File([text ?? ''], 'pasted model')))).toEqual(JSON.parse(fixtureText));
});

it.each([
  ['events.csv', 'type,time\nPaid,2026-01-01\n'],
  ['model.json', '{ "format": "replayground", "name": "<svg>" }'],
])('takes %s for no carrier', async (name, text) => {
  expect(carrierOf(name, await headOf(new Blob([text])))).toBeUndefined();
});

it('takes a model out of a page that replays, whatever it is called', async () => {
  for (const name of ['cart.replay.html', 'download'])
    expect(JSON.parse(await textIn(new File([page], name)))).toEqual(JSON.parse(fixtureText));
});

it('says of a page without a model, or with a part of one, that it holds none', async () => {
  const parts = ['<!doctype html><html><body><svg></svg>', page.slice(0, page.indexOf('"name"'))];
  for (const part of parts)
    await expect(textIn(new File([part], 'page.html'))).rejects.toThrow('this page holds none, or only a part of one');
});
