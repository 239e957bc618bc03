/** Puts `text` in the place of what stands from `start` to `end` (exclusive), counted in UTF-16 units. */
export type TextEdit = { start: number; end: number; text: string };

/** The text with all edits made; their ranges are those of the text as it was, and do not overlap. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((present, { start, end, text: put }) => present.slice(0, start) + put + present.slice(end), text);
