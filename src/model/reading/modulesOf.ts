import type { Board, CodeFile, Definition } from '../definitions.ts';

/** A definition with code that somebody typed; skeletons follow the wall by themselves. */
export type Module = Extract<Definition, { code: CodeFile[] }>;

export const modulesOf = (board: Board): Module[] =>
  Object.values(board.definitions).filter(
    (definition): definition is Module => 'code' in definition && definition.code.length > 0,
  );
