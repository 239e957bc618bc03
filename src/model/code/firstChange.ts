import type { CodeFile } from '../definitions.ts';

/** A line of a file of code, counted from 1. */
export type FileLine = { file: string; line: number };

/** The line where code begins to be another. */
export const firstChange = (before: readonly CodeFile[], after: readonly CodeFile[]): FileLine => {
  const at = Math.max(
    0,
    after.findIndex(({ text }, index) => text !== before[index]?.text),
  );
  const lines = before[at]?.text.split('\n') ?? [];
  const line = after[at]?.text.split('\n').findIndex((text, index) => text !== lines[index]) ?? 0;
  return { file: after[at]?.path ?? '', line: line + 1 };
};
