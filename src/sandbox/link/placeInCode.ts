import type { CodePlace } from '../Sandbox.ts';
import type { LineRange } from './linkModel.ts';

/** `at decide (blob:null/1f…:120:7)` and `decide@blob:null/1f…:120:7` */
const frame = /^\s*(?:at )?(.*?)[@( ]*blob:\S*?:(\d+):(\d+)\)?$/;

const placeOfLine = (ranges: LineRange[], line: number): Omit<CodePlace, 'column'> | undefined => {
  const range = ranges.find(({ first, last }) => line >= first && line <= last);
  return range && { moduleId: range.moduleId, file: range.path, line: line - range.first + 1 };
};

/**
 * The place in the person's code where an error came from: the first frame of its stack that lies there. Constructors
 * of the person's own errors are passed over, so that the `throw` is named and not the class.
 */
export const placeInCode = (stack: string, ranges: LineRange[]): CodePlace | undefined => {
  let ofConstructor: CodePlace | undefined;
  for (const text of stack.split('\n')) {
    const [, name = '', line, column] = frame.exec(text) ?? [];
    const found = line === undefined ? undefined : placeOfLine(ranges, Number(line));
    if (!found) continue;
    const place = { ...found, column: Number(column) };
    if (!name.startsWith('new ')) return place;
    ofConstructor ??= place;
  }
  return ofConstructor;
};
