import { deflateSync, crc32 as nodeCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/files/picture/crc32.ts';
import { modelInPng, withModelInPng } from '../../../src/files/picture/modelInPng.ts';
import { fixtureText } from '../support/fixtures.ts';
import { aPng, modelChunk, pngChunk } from './pngs.ts';

const withModel = (png: Uint8Array<ArrayBuffer>, text: string) => withModelInPng(new Blob([png]), new Blob([text]));

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const packed = (text: string) => deflateSync(Buffer.from(text));

describe('a model in a PNG', () => {
  it('comes out as it went in', async () => {
    const picture = await bytesOf(await withModel(aPng(), fixtureText));
    expect(await modelInPng(picture)).toBe(fixtureText);
  });

  it('is compressed, and leaves the picture as it was', async () => {
    const before = aPng();
    const text = '{"name":"naïve 🛒"}'.repeat(1000);
    const picture = await bytesOf(await withModel(before, text));
    expect(picture.length).toBeLessThan(before.length + 1000);
    expect(picture.slice(0, 33)).toEqual(before.slice(0, 33));
    expect(picture.slice(-(before.length - 33))).toEqual(before.slice(33));
  });

  it('has the check sum that every reader of PNGs expects', () => {
    for (const text of ['', 'IEND', fixtureText]) expect(crc32(Buffer.from(text))).toBe(nodeCrc32(text));
  });

  it('is found where another program has unpacked it', async () => {
    expect(await modelInPng(aPng(modelChunk(Buffer.from('{"é":1}'), 0)))).toBe('{"é":1}');
  });

  it('is found among texts of others', async () => {
    const title = pngChunk('iTXt', Buffer.from('Title\0\0\0\0\0A wall', 'latin1'));
    expect(await modelInPng(aPng(title, modelChunk(packed('{}'), 1)))).toBe('{}');
  });
});

describe('a hostile PNG', () => {
  const whole = aPng(modelChunk(packed(fixtureText), 1));
  const tooLong = pngChunk('teXt', Buffer.alloc(10), { length: 0x7fffffff });
  it.each([
    ['without a model', aPng(), 'This picture has no model inside'],
    ['that is none', new Uint8Array(Buffer.from('<html>')), 'it has the name of a PNG, and is none'],
    ['that is empty', new Uint8Array(), 'it has the name of a PNG, and is none'],
    ['cut off after its signature', whole.slice(0, 8), 'the picture ends in the middle'],
    ['cut off in its model', whole.slice(0, 200), 'says that it has'],
    ['cut off before its end', aPng().slice(0, -12), 'the picture ends in the middle'],
    [
      'with a chunk that says it is longer than the file',
      aPng(tooLong),
      'part "teXt" at byte 33 says that it has 2,147,483,647 bytes',
    ],
    [
      'with a name of control characters',
      aPng(pngChunk('\u0000\u0007\u001b"', Buffer.alloc(1), { length: 0xffffffff })),
      'says that it has 4,294,967,295 bytes',
    ],
    ['with a wrong check sum', aPng(modelChunk(packed('{}'), 1, { sum: 1 })), 'its check sum is another one'],
    ['with something unpackable', aPng(modelChunk(Buffer.from('no zlib at all'), 1)), 'cannot be unpacked'],
    ['with a text that is cut off', aPng(modelChunk(packed(fixtureText).subarray(0, 100), 1)), 'cannot be unpacked'],
    [
      'with a text that has no end of its head',
      aPng(pngChunk('iTXt', Buffer.from('replayground\0xyz', 'latin1'))),
      'is damaged',
    ],
    [
      'of 120,000 empty chunks',
      aPng(Buffer.alloc(120_000 * 12, pngChunk('teXt', Buffer.alloc(0)))),
      'more than 100,000 parts',
    ],
  ])('%s says so', async (_what, bytes, sentence) => {
    await expect(modelInPng(bytes)).rejects.toThrow(sentence);
    await expect(modelInPng(bytes)).rejects.toThrow('Your open model is unchanged.');
  });

  it('that unpacks to more than any file may have is given up there', async () => {
    const bomb = deflateSync(Buffer.alloc(101_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    await expect(modelInPng(aPng(modelChunk(bomb, 1)))).rejects.toThrow('unpacks to more than 100 MB');
  });
});
