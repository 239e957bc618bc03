import type { CodeFile } from '../definitions.ts';
import { type CodeToken, isWellFormed, scanMeaning } from './scanCode.ts';

/** A file with its tokens, comments left out. */
export type Scanned = { path: string; text: string; tokens: CodeToken[]; isWellFormed: boolean };

const scanned = new WeakMap<CodeFile, Scanned>();

/** A file stays the same object until it is edited: on a large wall, each edit leaves hundreds as they were. */
export const scan = (file: CodeFile): Scanned => {
  const before = scanned.get(file);
  if (before) return before;
  const tokens = scanMeaning(file.text);
  const now = { ...file, tokens, isWellFormed: isWellFormed(tokens) };
  scanned.set(file, now);
  return now;
};
