import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDataBlock, inElement, modelInBlock, modelInPage } from '../../../src/files/replayPage/dataBlock.ts';

const nasty = [
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  ']]>',
  'a\u2028b\u2029c',
  '\u202Egpj.exe\u2066 \u200Bzero',
  '&lt;b&gt; &amp;',
  'javascript:alert(1)',
  '\ud800 alone',
];

describe('data in a page', () => {
  it('is the same JSON, without anything that ends its element, begins a comment or ends a line', () => {
    const check = (value: unknown): void => {
      const text = inDataBlock(JSON.stringify(value));
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(value);
    };
    for (const text of nasty) check({ [text]: [text] });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => check([text])));
  });

  it('begins no element where it is text', () => {
    for (const text of nasty) expect(inElement(text)).not.toMatch(/[<>]/);
  });

  it('gives the text of a model back, whatever stands in it and in whatever pieces it was written', () => {
    const model = JSON.stringify({ name: nasty, block: [...modelInBlock([])].join('') });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
        const pieces = Array.from({ length: Math.ceil(model.length / size) }, (_, index) =>
          model.slice(index * size, (index + 1) * size),
        );
        const page = `<html>${[...modelInBlock(pieces)].join('')}</html>`;
        expect(JSON.parse(modelInPage(page) ?? '')).toEqual(JSON.parse(model));
      }),
    );
  });

  it('is no model where there is none, or where its end is missing', () => {
    const page = [...modelInBlock(['{"format":"replayground"}'])].join('');

    expect(modelInPage('<html></html>')).toBeUndefined();
    expect(modelInPage(page.slice(0, -3))).toBeUndefined();
  });
});
