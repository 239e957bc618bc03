import { boardAt, type CodeMoment, codeMoments, momentsOf, programOf, type StoredBoardEvent } from '#model';
import { type AppState, type ComparedSide, currentRunOf, parentOfCurrent, type RunSummary } from '#state';
import { positionAt } from '../timeline/positionAt.ts';

/** What a person holds against something else: a run, a moment of it, and the code that makes it. */
export type SideChoice = {
  runId: string;
  moment: 'now' | 'a' | 'b' | 'number';
  /** The event that is meant where the moment is a number. */
  position: number;
  /** After so many gestures on the wall. */
  code: 'present' | number;
};

export type Sides = [SideChoice, SideChoice];

const nowOf = (runId: string): SideChoice => ({ runId, moment: 'now', position: 0, code: 'present' });

/**
 * What is most likely meant: the two pins; the pin and the moment that is shown; a branch and what it came from; the
 * moment that is shown and now; else the code before its last change and the present one.
 */
export const startingSides = (state: Pick<AppState, 'runs' | 'cursor' | 'events'>, code: CodeMoment[]): Sides => {
  const { runs, cursor, events } = state;
  const current = currentRunOf(runs);
  const now = nowOf(current?.runId ?? '');
  const shown: SideChoice =
    cursor === 'now' ? now : { ...now, moment: 'number', position: positionAt({ cursor, events }) };
  const { a, b } = current?.pins ?? {};
  if (a !== undefined && b !== undefined)
    return [
      { ...now, moment: 'a' },
      { ...now, moment: 'b' },
    ];
  if (a !== undefined) return [{ ...now, moment: 'a' }, a === shown.position ? now : shown];
  if (b !== undefined) return [{ ...now, moment: 'b' }, b === shown.position ? now : shown];
  if (cursor !== 'now') return [shown, now];
  const parent = parentOfCurrent(runs);
  if (parent) return [nowOf(parent.runId), now];
  return [{ ...now, code: code[0]?.count ?? 'present' }, now];
};

const positionOf = ({ moment, position }: SideChoice, run: RunSummary | undefined): number => {
  if (moment === 'now') return Number.MAX_SAFE_INTEGER;
  return moment === 'number' ? position : (run?.pins?.[moment] ?? Number.MAX_SAFE_INTEGER);
};

/** The sides as the engine compares them; one program is one object, so that it is loaded once. */
export const comparedSides = (
  sides: Sides,
  runs: RunSummary[],
  modelId: string,
  events: readonly StoredBoardEvent[],
): [ComparedSide, ComparedSide] => {
  const moments = momentsOf(events);
  const programs = new Map<number, ReturnType<typeof programOf>>();
  const programAt = (count: number) => {
    const program = programs.get(count) ?? programOf(boardAt(modelId, events, moments, count));
    programs.set(count, program);
    return program;
  };
  const side = (choice: SideChoice): ComparedSide => ({
    runId: choice.runId,
    position: positionOf(
      choice,
      runs.find(({ runId }) => runId === choice.runId),
    ),
    ...(choice.code === 'present' ? {} : { program: programAt(choice.code) }),
  });
  return [side(sides[0]), side(sides[1])];
};

/** A long session has changed code often: the latest changes are the ones that anybody asks for. */
const mostVersions = 40;

export const codeVersionsOf = (events: readonly StoredBoardEvent[]): CodeMoment[] =>
  codeMoments(events).slice(0, mostVersions);
