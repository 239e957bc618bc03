import { type Board, type Definition, isProcessCode, type StoredMisfits } from '#model';
import { type AppState, appStore } from '#state';
import { atLine, type CodeProblem, codeProblemsOf } from '../editor/codeProblems.ts';
import { codeStore } from '../editor/codeStore.ts';
import { type KnownTypes, typeErrorsOf } from '../editor/typeErrors.ts';
import { canvasText } from '../text/canvas.ts';
import { createKeyed } from './keyed.ts';
import { countOf } from './recordedFacts.ts';
import { rememberFields } from './rememberLast.ts';
import { warningAt } from './warnings.ts';

/** A place in the code that something is said of; what is held up is helped on elsewhere. */
export type Trouble = { label: string; file?: string; line?: number; isAdvice?: true; isHeldUp?: true };

/** What the notes of a definition say besides its name; most of it is missing most of the time. */
export type DefinitionMarks = {
  /** Playing stops there. */
  hasBreakpoint?: true;
  /** What the coach warns of. */
  warning?: string;
  trouble?: Trouble;
  /** A read model that is not there yet. */
  isCatchingUp?: true;
  /** A read model or policy that somebody paused. */
  isPaused?: true;
  /** A policy that keeps state. */
  isProcess?: true;
  isOff?: true;
  /** How many are stored up to the cursor. */
  count?: number;
  misfits?: StoredMisfits;
};

export type MarkSources = Pick<
  AppState,
  'events' | 'cursor' | 'misfits' | 'breakpoints' | 'advice' | 'modules' | 'moment' | 'readModelStatus' | 'policyStatus'
> & { types: KnownTypes };

const placeOf = ({ file, line }: { file?: string; line?: number }) => ({
  ...(file !== undefined && { file }),
  ...(line !== undefined && { line }),
});

const labelOf = (problem: CodeProblem, isStopped: boolean): string => {
  if (problem.isRefused) return canvasText.broken(problem.message);
  return isStopped ? canvasText.stopped(problem.message) : canvasText.wentWrong(atLine(problem));
};

/** What stops the code or went wrong at the cursor, else what TypeScript says: of what is typed, or once it has looked. */
const troubleOf = ({ types, ...reports }: MarkSources, id: string): Trouble | undefined => {
  const [problem] = codeProblemsOf(reports, id);
  if (problem) {
    const isStopped = reports.readModelStatus[id]?.state === 'stopped' || reports.policyStatus[id]?.error !== undefined;
    const isHeldUp = isStopped && !problem.isRefused && problem.line === undefined;
    return { label: labelOf(problem, isStopped), ...placeOf(problem), ...(isHeldUp && { isHeldUp }) };
  }
  if (isDown(reports, id)) return { label: canvasText.crashed, isHeldUp: true };
  const [first, ...others] = typeErrorsOf(types, id);
  return first && { label: canvasText.typeTrouble(atLine(first), others.length), ...placeOf(first), isAdvice: true };
};

type Followers = Pick<MarkSources, 'readModelStatus' | 'policyStatus'>;

const isDown = ({ readModelStatus, policyStatus }: Followers, id: string): boolean =>
  readModelStatus[id]?.lifeCycle?.crash === 'down' || (policyStatus[id]?.isDown ?? false);

const isPaused = ({ readModelStatus, policyStatus }: Followers, id: string): boolean =>
  readModelStatus[id]?.lifeCycle?.pace.kind === 'paused' || (policyStatus[id]?.isPaused ?? false);

const isCatchingUp = (sources: MarkSources, id: string): boolean => {
  const state = sources.readModelStatus[id]?.state;
  if (state === undefined || isDown(sources, id) || (isPaused(sources, id) && state === 'catching-up')) return false;
  return state !== 'current' && state !== 'stopped' && sources.modules[id]?.kind !== 'broken';
};

const ownMarks = (sources: MarkSources, definition: Definition): DefinitionMarks => {
  const { id } = definition;
  switch (definition.kind) {
    case 'event': {
      const count = countOf(sources, definition);
      const misfits = sources.misfits[id];
      return { ...(count > 0 && { count }), ...(misfits && misfits.count > 0 && { misfits }) };
    }
    case 'policy':
      return {
        ...(isProcessCode(definition.code) && { isProcess: true as const }),
        ...(!definition.isOn && { isOff: true as const }),
        ...(isPaused(sources, id) && { isPaused: true as const }),
      };
    case 'read-model':
      return {
        ...(isCatchingUp(sources, id) && { isCatchingUp: true as const }),
        ...(isPaused(sources, id) && { isPaused: true as const }),
      };
    default:
      return {};
  }
};

/** All that stands out about a definition; nothing where nothing does. */
export const marksOf = (sources: MarkSources, definition: Definition): DefinitionMarks => {
  const { id } = definition;
  const warning = warningAt(sources.advice, id);
  const trouble = 'code' in definition ? troubleOf(sources, id) : undefined;
  return {
    ...(sources.breakpoints.some(({ on, value }) => on === 'note' && value === id) && { hasBreakpoint: true as const }),
    ...(warning !== '' && { warning }),
    ...(trouble && { trouble }),
    ...ownMarks(sources, definition),
  };
};

const noMarks: DefinitionMarks = {};

const marksOfAll = rememberFields(
  ({ definitions, ...sources }: MarkSources & { definitions: Board['definitions'] }) => {
    const byId = Object.values(definitions).map((definition) => [definition.id, marksOf(sources, definition)] as const);
    return { others: noMarks, byId: new Map(byId.filter(([, marks]) => Object.keys(marks).length > 0)) };
  },
);

export const definitionMarks = createKeyed<DefinitionMarks>(() => {
  const { board, events, cursor, misfits, breakpoints, advice, modules, moment, readModelStatus, policyStatus } =
    appStore.getState();
  return marksOfAll({
    definitions: board.definitions,
    types: codeStore.getState(),
    events,
    cursor,
    misfits,
    breakpoints,
    advice,
    modules,
    moment,
    readModelStatus,
    policyStatus,
  });
});

appStore.subscribe(definitionMarks.refresh);
codeStore.subscribe(definitionMarks.refresh);
