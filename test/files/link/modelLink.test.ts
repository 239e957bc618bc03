import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFileError, messengersThatCut } from '#files';
import { hashOfModel, isModelHash, textOfModelHash } from '../../../src/files/link/modelLink.ts';
import { fixture, fixtureText } from '../support/fixtures.ts';

const hashOf = async (text: string): Promise<string> => {
  const hash = await hashOfModel(new Blob([text]));
  if (hash === null) throw new Error('It is too long for a link.');
  return hash;
};

/** Any bytes as a link that is whole. */
const linkWith = (bytes: Uint8Array): string => {
  const packed = Buffer.from(bytes).toString('base64url');
  return `#model=1.${packed.length}.${packed}.end`;
};

const refusalOf = async (hash: string): Promise<string> => {
  try {
    await textOfModelHash(hash);
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
  return 'opened';
};

describe('a link with a model', () => {
  it('holds the whole model, in letters that no messenger changes', async () => {
    const hash = await hashOf(fixtureText);

    expect(isModelHash(hash)).toBe(true);
    expect(hash).toMatch(/^#model=1\.\d+\.[\w-]+\.end$/);
    expect(hash.length).toBeLessThan(fixtureText.length / 8);
    expect(JSON.parse(await textOfModelHash(hash))).toEqual(fixture());
  });

  it('holds any text of any script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (name) => {
        expect(JSON.parse(await textOfModelHash(await hashOf(JSON.stringify({ name }))))).toEqual({ name });
      }),
      { numRuns: 60 },
    );
  });

  it('may be followed by what a messenger put behind it', async () => {
    const hash = await hashOf('{"name":"Loans"}');

    expect(await textOfModelHash(`${hash}).`)).toBe('{"name":"Loans"}');
  });

  it('is not made of a model that no browser would open it for', async () => {
    let seed = 7;
    const noise = Array.from({ length: 400_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    });

    for (const model of [noise, 'x'.repeat(10_000_000)])
      expect((await hashOfModel(new Blob([JSON.stringify(model)])))?.length).toBeUndefined();
  });
});

describe('a link that is not whole', () => {
  it('says how much of it has arrived', async () => {
    const packed = 'x'.repeat(8_300);

    expect(await refusalOf(`#model=1.8300.${packed.slice(0, 1_985)}`)).toBe(
      'This link does not hold a whole model: only 1,985 of its 8,300 characters have arrived. ' +
        'Something cut it on the way; ask for the model as a file. Nothing was opened.',
    );
  });

  it('is refused wherever it was cut', async () => {
    const hash = await hashOf(fixtureText);

    for (let length = '#model='.length; length < hash.length; length += 13)
      expect(await refusalOf(hash.slice(0, length))).toMatch(/^This link does not hold a whole model: /);
  });

  const hostile: [name: string, hash: string, says: string][] = [
    ['nothing behind its name', '#model=', 'its beginning is not that of a model'],
    ['no length', '#model=1.abc', 'its beginning is not that of a model'],
    ['a length that is no number', '#model=1.-5.abc.end', 'its beginning is not that of a model'],
    ['a length beyond all', '#model=1.99999999999.abc.end', 'its beginning is not that of a model'],
    ['a length that is too small', '#model=1.2.abcdef.end', 'it does not end where it says'],
    ['other letters', '#model=1.4.ab+/.end', 'it has characters that no such link has'],
    ['letters of another script', '#model=1.4.abcд.end', 'it has characters that no such link has'],
    ['an end in the middle of a byte', '#model=1.5.abcde.end', 'it has characters that no such link has'],
    ['bytes that nothing deflated', linkWith(new Uint8Array([255, 254, 253])), 'it cannot be unpacked'],
    ['nothing deflated', linkWith(new Uint8Array()), 'it cannot be unpacked'],
    ['half of what was deflated', linkWith(deflateRawSync(fixtureText).subarray(0, 500)), 'it cannot be unpacked'],
    ['bytes that are no text', linkWith(deflateRawSync(Buffer.from([0xc3, 0x28]))), 'what it unpacks to is not text'],
    ['a bomb', linkWith(deflateRawSync(Buffer.alloc(200_000_000))), 'it unpacks to more than 10 MB'],
    [
      'more than any address has',
      `#model=1.3000000.${'x'.repeat(3_000_000)}.end`,
      'it has more than 2,000,000 characters',
    ],
  ];

  it.each(hostile)('is refused with %s', async (_, hash, says) => {
    expect(await refusalOf(hash)).toBe(`This link does not hold a whole model: ${says}. Nothing was opened.`);
  });

  it('of a newer format says how to open it', async () => {
    expect(await refusalOf('#model=2.3.abc.end')).toBe(
      'This link has format 2; this version reads format 1. ' +
        'Reload to update the app, or ask for the model as a file. Nothing was opened.',
    );
  });

  it('never breaks otherwise, whatever stands there', async () => {
    const letters = fc.string({ unit: fc.constantFrom('1', '9', '.', '-', '_', 'a', 'Z', 'end', '%', '\n', '\u202e') });
    await fc.assert(
      fc.asyncProperty(letters, fc.uint8Array(), async (text, bytes) => {
        await refusalOf(`#model=${text}`);
        await refusalOf(`#model=1.${text}`);
        await refusalOf(linkWith(bytes));
      }),
      { numRuns: 200 },
    );
  });
});

describe('messengers', () => {
  it('are named from the length on at which they cut', () => {
    expect(messengersThatCut(2_000)).toEqual([]);
    expect(messengersThatCut(2_001)).toEqual(['Discord']);
    expect(messengersThatCut(4_097)).toEqual(['Discord', 'Slack', 'Telegram']);
    expect(messengersThatCut(50_000)).toEqual(['Discord', 'Slack', 'Telegram', 'Microsoft Teams']);
  });
});
