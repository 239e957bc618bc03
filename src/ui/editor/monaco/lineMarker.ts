import type { TextModel } from './language.ts';

/** The range of a whole line without its indent, for a marker. */
export const lineMarker = (model: TextModel, line: number) => {
  const isThere = line <= model.getLineCount();
  return {
    startLineNumber: line,
    startColumn: (isThere && model.getLineFirstNonWhitespaceColumn(line)) || 1,
    endLineNumber: line,
    endColumn: isThere ? model.getLineMaxColumn(line) : 1,
  };
};
