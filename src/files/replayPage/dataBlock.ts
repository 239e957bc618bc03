/**
 * JSON as it stands in a script element of a page: no character of it can end the element, begin a comment, or be taken
 * for the end of a line. It still is the same JSON.
 */
export const inDataBlock = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Text as it stands in an element of a page. */
export const inElement = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The attributes of the block that holds a model, by which it is found again. */
const modelBlock = '<script type="application/json" id="replayground-model">';
const blockEnd = '</script>';

/** A model's text, handed over piece by piece, in its block. */
export function* modelInBlock(pieces: Iterable<string>): Generator<string> {
  yield modelBlock;
  for (const piece of pieces) yield inDataBlock(piece);
  yield blockEnd;
}

/** The text of the model that a page holds; undefined where it holds none, or only a part of one. */
export const modelInPage = (html: string): string | undefined => {
  const start = html.lastIndexOf(modelBlock);
  const end = html.indexOf(blockEnd, start);
  return start < 0 || end < 0 ? undefined : html.slice(start + modelBlock.length, end);
};
