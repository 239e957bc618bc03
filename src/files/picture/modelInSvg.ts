import { notAModel } from '../ModelFileError.ts';
import { noModelInside } from './noModelInside.ts';

const [start, end] = ['<replayground:model', '</replayground:model>'];

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** JSON needs no character that XML cannot hold: it has another way to write each of them. */
const asXmlText = (json: string): string =>
  json
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The picture with the text of a model inside, as a part that is not shown. */
export const withModelInSvg = (svg: string, modelText: string): string => {
  const inside = svg.indexOf('>') + 1;
  const model = `${start} xmlns:replayground="urn:replayground:model">${asXmlText(modelText)}${end}`;
  return `${svg.slice(0, inside)}<metadata>${model}</metadata>${svg.slice(inside)}`;
};

const characterOf = (whole: string, code: string): string => {
  if (!code.startsWith('#')) return entities[code] ?? whole;
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

const asText = (xml: string): string => xml.replace(/&(#x?[\da-f]{1,8}|[a-z]{2,4});/gi, characterOf);

/** The text of the model that an SVG holds inside. Throws `ModelFileError` where it holds none, or not all of it. */
export const modelInSvg = (svg: string): string => {
  const at = svg.indexOf(start);
  if (at < 0) throw noModelInside();
  const from = svg.indexOf('>', at) + 1;
  const to = svg.indexOf(end, from);
  if (from === 0 || to < 0) throw notAModel('the picture ends in the middle of the model that it holds inside');
  return asText(svg.slice(from, to));
};
