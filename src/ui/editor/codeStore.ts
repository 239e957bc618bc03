import { createStore } from 'zustand/vanilla';
import type { FileTypeProblem, TypeProblem } from './codeProblems.ts';

/** What of the code is open. */
type CodeState = {
  open: { definitionId: string; path: string } | null;
  /** The file whose name is being typed. */
  naming: 'new' | 'open' | null;
  /** Puts the open file into the usual form; there is none where Monaco is not. */
  format: (() => void) | null;
  /** Offers what can be mended at the cursor; there is none where Monaco is not. */
  showFixes: (() => void) | null;
  /** The line that runs in a command that is stepped into. */
  runningLine: { definitionId: string; file: string; line: number } | null;
  /** What TypeScript says of the open file. */
  typeProblems: TypeProblem[];
  /** What it says of all files of a definition as they are stored, by its id; nothing is known before Monaco is there. */
  checked: ReadonlyMap<string, readonly FileTypeProblem[]>;
};

/** Read by the code pane and by the actions that work on it. */
export const codeStore = createStore<CodeState>(() => ({
  open: null,
  naming: null,
  format: null,
  showFixes: null,
  runningLine: null,
  typeProblems: [],
  checked: new Map(),
}));

export const openFile = (definitionId: string, path: string): void =>
  codeStore.setState({ open: { definitionId, path }, naming: null });
