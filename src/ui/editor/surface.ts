import type { Advice, CodeFile } from '#model';
import type { CodeProblem, TypeProblem } from './codeProblems.ts';

/** Where the person is in the text; handed from the plain text area to Monaco when that has loaded. */
export type Caret = { start: number; end: number; scrollTop: number; hasFocus: boolean };

export const caretAtStart: Caret = { start: 0, end: 0, scrollTop: 0, hasFocus: false };

/** A line to go to; a later one has a higher `nonce`. */
export type LineTarget = { line: number; nonce: number };

let lastNonce = 0;

/** Answers each target once: who comes back to the code later, or meets Monaco there, stays where they were. */
export const newTarget = (target: LineTarget | null): LineTarget | null => {
  if (!target || target.nonce <= lastNonce) return null;
  lastNonce = target.nonce;
  return target;
};

/** The line that is about the step on the screen: the one that handles its event, or the one that runs. */
export type LineMark = { path: string; line: number; kind: 'event' | 'running'; isKeptInSight: boolean };

/** What a surface for editing one file is given: the plain text area at once, Monaco when it is there. */
export type SurfaceProps = {
  definitionId: string;
  /** For screen readers. */
  label: string;
  path: string;
  text: string;
  /** All files of the definition, for relative imports. */
  files: CodeFile[];
  /** Types made from the notes, by path. */
  types: { [path: string]: string };
  problems: CodeProblem[];
  /** What the coach says of the definition's code. */
  advice: Advice[];
  target: LineTarget | null;
  mark: LineMark | null;
  /** Written by the surface as the person moves, read by the next one as it starts. */
  caret: { current: Caret };
  onType: (text: string) => void;
  onBlur: () => void;
  onTypeProblems: (problems: TypeProblem[]) => void;
};
