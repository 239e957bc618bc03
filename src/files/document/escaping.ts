/** One line without anything that cannot be seen: no name needs it, and it can make one look like another. */
export const inOneLine = (text: string): string =>
  text
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

const entities: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as Markdown that shows just this text: nothing in it is a tag, a link, a cell or emphasis. */
export const asMarkdown = (text: string): string =>
  inOneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~$^=:@]/gu, '\\$&')
    .replace(/^(?:[-.]|\d+(?=[.)]))/u, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/\bwww\./giu, 'www\\.')
    .replace(/[&<>]/gu, (character) => entities[character] ?? character);

/** A text as code within a line; a bar would end the cell of a table even there. */
export const asCode = (text: string): string => {
  const line = inOneLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = line === '' || /^`|`$/u.test(line) ? ' ' : '';
  return `${fence}${room}${line}${room}${fence}`;
};

/** A text as the label of a node in Mermaid, in its quotes: whatever could mean something there stands as its number. */
export const asLabel = (text: string): string => {
  const label = inOneLine(text).replace(
    /[^\p{L}\p{M}\p{N} .,'?!…_-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
  return `"${label}"`;
};
