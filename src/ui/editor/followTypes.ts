import { arrowsOf, type Board, type CodeFile, typesOf } from '#model';
import { appStore, whenIdle } from '#state';
import type { FileTypeProblem } from './codeProblems.ts';
import { codeStore } from './codeStore.ts';

/** Milliseconds without a change: whoever types has TypeScript for the open file. */
const rest = 1_000;

/** What TypeScript says of the files of one definition, given the types of the notes around it. */
export type CheckTypes = (files: readonly CodeFile[], types: string) => Promise<FileTypeProblem[]>;

type Known = { code: CodeFile[]; types: string };

/** What stands on the wall with code that somebody wrote; skeletons are made to fit. */
const written = (board: Board): { id: string; code: CodeFile[] }[] =>
  arrowsOf(board).placed.flatMap((definition) =>
    'code' in definition && definition.code.length > 0 ? [{ id: definition.id, code: definition.code }] : [],
  );

const keepChecked = (change: (checked: Map<string, readonly FileTypeProblem[]>) => void): void => {
  const checked = new Map(codeStore.getState().checked);
  change(checked);
  codeStore.setState({ checked });
};

/**
 * Keeps `checked` up with the board: definition by definition in idle time, only those whose code or types have changed.
 * Answers how to stop.
 */
export const followTypes = (check: CheckTypes): (() => void) => {
  const known = new Map<string, Known>();
  let turn = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const forgetGone = (board: Board): void => {
    const ids = new Set(written(board).map(({ id }) => id));
    const gone = [...known.keys()].filter((id) => !ids.has(id));
    for (const id of gone) known.delete(id);
    if (gone.length > 0) keepChecked((checked) => gone.forEach((id) => void checked.delete(id)));
  };

  const checkNext = async (present: number): Promise<void> => {
    const { board } = appStore.getState();
    forgetGone(board);
    for (const { id, code } of written(board)) {
      const types = typesOf(board, id);
      const before = known.get(id);
      if (before?.code === code && before.types === types) continue;
      // Where the worker cannot be had nothing is claimed; the next change asks again.
      const problems = await check(code, types).catch(() => null);
      if (!problems || present !== turn) return;
      known.set(id, { code, types });
      keepChecked((checked) => checked.set(id, problems));
      return whenIdle(() => present === turn && void checkNext(present));
    }
  };

  const schedule = (): void => {
    turn += 1;
    const present = turn;
    clearTimeout(waiting);
    waiting = setTimeout(() => whenIdle(() => present === turn && void checkNext(present)), rest);
  };

  schedule();
  const unsubscribe = appStore.subscribe(({ board }, { board: before }) => {
    if (board === before) return;
    if (board.modelId !== before.modelId) {
      known.clear();
      codeStore.setState({ checked: new Map() });
    }
    schedule();
  });
  return () => {
    turn += 1;
    clearTimeout(waiting);
    unsubscribe();
  };
};
