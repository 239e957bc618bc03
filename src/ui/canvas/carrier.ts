/**
 * Notes on the system's clipboard: their names as lines for whoever takes plain text, and as a list that carries them
 * whole for the next wall. HTML survives other programs and needs no permission, unlike types of our own.
 */
const attribute = 'data-replayground-notes';

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

export const htmlOf = (names: readonly string[], notes: string): string =>
  `<ul ${attribute}="${escaped(notes)}">${names.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>`;

/** The text of notes that HTML carries. It is parsed, not shown: nothing in it is loaded or run. */
export const carriedBy = (html: string): string | null => {
  if (!html.includes(attribute)) return null;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return parsed.querySelector(`[${attribute}]`)?.getAttribute(attribute) ?? null;
};
