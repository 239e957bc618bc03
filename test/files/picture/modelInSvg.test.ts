import { describe, expect, it } from 'vitest';
import { modelInSvg, withModelInSvg } from '../../../src/files/picture/modelInSvg.ts';
import { fixtureText } from '../support/fixtures.ts';

const svgOf = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;

describe('a model in an SVG', () => {
  it('comes out as it went in', () => {
    expect(modelInSvg(withModelInSvg(svgOf(''), fixtureText))).toBe(fixtureText);
  });

  it('may speak of markup and entities', () => {
    const text = JSON.stringify({ name: '</metadata></replayground:model> ]]> &amp; &#x41; <script>' });
    const svg = withModelInSvg(svgOf(''), text);
    expect(svg).not.toContain('<script>');
    expect(modelInSvg(svg)).toBe(text);
  });

  it('stays the same model where it has characters that XML cannot hold', () => {
    const svg = withModelInSvg(svgOf(''), JSON.stringify({ name: '\uffff\u0001\ufffe' }));
    for (const character of ['\uffff', '\u0001', '\ufffe']) expect(svg).not.toContain(character);
    expect(JSON.parse(modelInSvg(svg))).toEqual({ name: '\uffff\u0001\ufffe' });
  });

  it('is found where another program has written it in its own way', () => {
    const rewritten =
      '<replayground:model\n  id="m1" xmlns:replayground="urn:replayground:model">{&quot;a&quot;:&#34;&#xe9;&quot;}</replayground:model>';
    expect(modelInSvg(svgOf(rewritten))).toBe('{"a":"é"}');
  });
});

describe('a hostile SVG', () => {
  it.each([
    ['without a model', svgOf('<text>{}</text>'), 'This picture has no model inside'],
    ['that is empty', '', 'This picture has no model inside'],
    [
      'cut off in its model',
      withModelInSvg(svgOf(''), fixtureText).slice(0, 400),
      'the picture ends in the middle of the model',
    ],
    [
      'cut off in the tag of its model',
      '<svg><metadata><replayground:model xml',
      'the picture ends in the middle of the model',
    ],
  ])('%s says so', (_what, svg, sentence) => {
    expect(() => modelInSvg(svg)).toThrow(sentence);
    expect(() => modelInSvg(svg)).toThrow('Your open model is unchanged.');
  });

  it('names no character outside of Unicode', () => {
    expect(modelInSvg(svgOf('<replayground:model>&#x110000;&nope;&#99999999;</replayground:model>'))).toBe(
      '&#x110000;&nope;&#99999999;',
    );
  });
});
