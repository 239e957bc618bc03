import { expect, test } from 'vitest';
import { holdsEvents } from '#files';
import { hashOfModel } from '../../../src/files/link/modelLink.ts';
import { partsOfFile } from '../../../src/files/partsOfFile.ts';
import { packedModel } from '../../../src/files/reading/packing.ts';
import { readAnyFile } from '../../../src/files/reading/readAnyFile.ts';
import { fixture, fixtureText } from '../support/fixtures.ts';

const fileOf = (text: string, name: string): File => new File([text], name);

test('a model is read out of a file, and out of a link', async () => {
  const { file } = await readAnyFile(fileOf(fixtureText, 'loans.json'));
  expect(file).toEqual(fixture());
  const hash = (await hashOfModel(new Blob([fixtureText]))) ?? '';
  expect((await readAnyFile(fileOf(hash, 'a link'))).file).toEqual(fixture());
});

test('a link that was cut says so, and is not taken for a file', async () => {
  const hash = (await hashOfModel(new Blob([fixtureText]))) ?? '';
  await expect(readAnyFile(fileOf(hash.slice(0, 500), 'a link'))).rejects.toThrow('Something cut it on the way');
});

test('another notation is read as the model that it describes', async () => {
  const { file } = await readAnyFile(
    fileOf('slices:\n  Pay:\n    steps:\n      - c: Pay\n      - e: Paid\n', 'pay.yaml'),
  );
  expect(file.definitions.map(({ name }) => name)).toEqual(expect.arrayContaining(['Pay', 'Paid']));
});

test('recorded events are told from a model by how they begin', async () => {
  expect(await holdsEvents(fileOf('{"type":"Paid"}\n{"type":"Paid"}\n', 'events.jsonl'))).toBe(true);
  expect(await holdsEvents(fileOf(fixtureText, 'loans.json'))).toBe(false);
  expect(await holdsEvents(fileOf('#model=1.3.abc.end', 'a link'))).toBe(false);
});

test('a model that is packed for another thread is the same when it is taken out there', async () => {
  const { file } = await readAnyFile(fileOf(fixtureText, 'loans.json'));
  const { parts, history } = packedModel(file);
  const inside = async (blob: Blob) => JSON.parse(await blob.text());
  const events = (await Promise.all(history.pages.map(inside))).flat();
  const expected = partsOfFile(file);

  expect({ ...(await inside(parts)), history: { events, ...(await inside(history.rest)) } }).toEqual(expected);
  expect(history.total).toBe(expected.history.events.length);
  expect(history.lastEventId).toBe(expected.history.events.at(-1)?.metadata.eventId);
});
