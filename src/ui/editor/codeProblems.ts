import type { AppState } from '#state';
import { codeTexts } from '../text/code.ts';

/** Something that is wrong with a definition's code, and where it can be mended. */
export type CodeProblem = {
  definitionId: string;
  file?: string;
  line?: number;
  message: string;
  /** The code was not taken over: what worked before is still in force. */
  isRefused: boolean;
};

/** What TypeScript says of a file; it advises, the code runs all the same. */
export type TypeProblem = { line: number; message: string; isError: boolean };

export type FileTypeProblem = TypeProblem & { file: string };

type CodeError = Extract<AppState['modules'][string], { kind: 'broken' }>['error'];

export type CodeReports = Pick<AppState, 'modules' | 'moment' | 'readModelStatus' | 'policyStatus'>;

/** What loading the code, showing the moment, and following the events have to say of a definition's code. */
export const codeProblemsOf = (reports: CodeReports, definitionId: string): CodeProblem[] => {
  const status = reports.modules[definitionId];
  if (status?.kind === 'broken') return [problem(definitionId, status.error, true)];
  const errors = [
    ...(reports.moment?.states ?? []).filter(({ moduleId }) => moduleId === definitionId).map(({ error }) => error),
    ...(reports.moment?.readModels ?? []).filter(({ moduleId }) => moduleId === definitionId).map(({ error }) => error),
    reports.readModelStatus[definitionId]?.error,
    reports.policyStatus[definitionId]?.error,
  ].filter((error) => error !== undefined);
  return distinct(errors.map((error) => problem(definitionId, error, false)));
};

const problem = (definitionId: string, error: CodeError, isRefused: boolean): CodeProblem => ({
  definitionId,
  ...(error.place && { file: error.place.file, line: error.place.line }),
  message: error.position === undefined ? error.message : `${error.message} (at event ${error.position})`,
  isRefused,
});

const distinct = (problems: CodeProblem[]): CodeProblem[] =>
  problems.filter(
    ({ line, message }, index) =>
      problems.findIndex((other) => other.line === line && other.message === message) === index,
  );

/** "Line 12: `items` is undefined", or the message alone where no line is known. */
export const atLine = ({ line, message }: { line?: number; message: string }): string =>
  line === undefined ? message : `Line ${line}: ${message}`;

export type CodeState = {
  tone: 'refused' | 'broken' | 'advice' | 'works' | 'idle';
  text: string;
  file?: string;
  line?: number;
};

type Findings = { isLoaded: boolean; problems: CodeProblem[]; typeProblems: TypeProblem[] };

/** How the code stands, in one line: what stops it comes before what went wrong, and that before what TypeScript advises. */
export const statusOf = ({ isLoaded, problems, typeProblems }: Findings): CodeState => {
  const [problem, ...others] = problems;
  if (problem) return stateOf(problem, others.length);
  const typeErrors = typeProblems.filter(({ isError }) => isError);
  const [typeError] = typeErrors;
  if (typeError) return { tone: 'advice', text: withMore(typeError, typeErrors.length - 1), line: typeError.line };
  return isLoaded ? { tone: 'works', text: codeTexts.works } : { tone: 'idle', text: codeTexts.notRunning };
};

const stateOf = (problem: CodeProblem, more: number): CodeState => ({
  tone: problem.isRefused ? 'refused' : 'broken',
  text: withMore(problem, more),
  ...(problem.file !== undefined && { file: problem.file }),
  ...(problem.line !== undefined && { line: problem.line }),
});

const withMore = (problem: { line?: number; message: string }, more: number): string =>
  more === 0 ? atLine(problem) : `${atLine(problem)} · ${codeTexts.more(more)}`;
