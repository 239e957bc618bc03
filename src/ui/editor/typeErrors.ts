import type { FileTypeProblem, TypeProblem } from './codeProblems.ts';

/** As `codeStore` keeps it. */
export type KnownTypes = {
  open: { definitionId: string; path: string } | null;
  typeProblems: readonly TypeProblem[];
  checked: ReadonlyMap<string, readonly FileTypeProblem[]>;
};

/** What TypeScript calls wrong in a definition's code: of the open file as it is typed, of others as they are stored. */
export const typeErrorsOf = ({ open, typeProblems, checked }: KnownTypes, definitionId: string): FileTypeProblem[] => {
  const stored = checked.get(definitionId) ?? [];
  if (open?.definitionId !== definitionId) return stored.filter(({ isError }) => isError);
  const file = open.path;
  return [
    ...typeProblems.map((problem) => ({ ...problem, file })),
    ...stored.filter((problem) => problem.file !== file),
  ].filter(({ isError }) => isError);
};
