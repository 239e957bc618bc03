import { type Board, type Definition, type DefinitionOf, type StoredMisfit, upcasterId } from '#model';
import type { AppState } from '#state';
import { type CodeProblem, type CodeReports, codeProblemsOf, type FileTypeProblem } from '../../editor/codeProblems.ts';
import { type KnownTypes, typeErrorsOf } from '../../editor/typeErrors.ts';
import { toneOf } from '../../specifications/verdicts.ts';

export type ModelProblems = {
  code: { name: string; problem: CodeProblem }[];
  /** What TypeScript calls wrong, as far as it has looked. */
  types: { name: string; definitionId: string; problem: FileTypeProblem }[];
  /** Specifications that are red or could not run. */
  specifications: { id: string; definitionId: string; name: string; of: string }[];
  /** `position` is that of the last event which they know. */
  stoppedReadModels: { id: string; name: string; position: number; message: string }[];
  /** Without a message, where one crashed. */
  stoppedPolicies: { id: string; name: string; position: number; message?: string }[];
  storedEvents: { definition: DefinitionOf<'event'>; misfit: StoredMisfit }[];
};

type Reports = Pick<AppState, 'modules' | 'moment' | 'readModelStatus' | 'policyStatus' | 'verdicts' | 'misfits'> & {
  types: KnownTypes;
};

/** All that is wrong with a model, from what has been reported of it. */
export const problemsOf = (board: Board, reports: Reports): ModelProblems => {
  const definitions = Object.values(board.definitions);
  // Read models and policies that stopped are listed by themselves, with a way to go on.
  const ofCode = { ...reports, readModelStatus: {}, policyStatus: {} };
  return {
    code: definitions.flatMap((definition) =>
      [...codeProblemsOf(ofCode, definition.id), ...upcasterProblemsOf(ofCode, definition)].map((problem) => ({
        name: definition.name,
        problem,
      })),
    ),
    types: definitions.flatMap(({ id, name }) =>
      typeErrorsOf(reports.types, id).map((problem) => ({ name, definitionId: id, problem })),
    ),
    specifications: Object.values(board.specifications)
      .filter(({ id }) => ['failed', 'broken'].includes(toneOf(reports.verdicts[id])))
      .map(({ id, definitionId, name }) => ({
        id,
        definitionId,
        name,
        of: board.definitions[definitionId]?.name ?? '',
      })),
    stoppedReadModels: Object.values(reports.readModelStatus)
      .filter(({ state }) => state === 'stopped')
      .map(({ readModelId, checkpoint, error }) => ({
        id: readModelId,
        name: board.definitions[readModelId]?.name ?? '',
        position: checkpoint,
        message: error?.message ?? '',
      })),
    stoppedPolicies: Object.values(reports.policyStatus)
      .filter(({ error, isDown }) => error || isDown)
      .map(({ policyId, checkpoint, error }) => ({
        id: policyId,
        name: board.definitions[policyId]?.name ?? '',
        position: error?.position ?? checkpoint + 1,
        ...(error && { message: error.message }),
      })),
    storedEvents: definitions
      .filter((definition) => definition.kind === 'event')
      .flatMap((definition) =>
        (reports.misfits[definition.id]?.reasons ?? []).map((misfit) => ({ definition, misfit })),
      ),
  };
};

export const areThereAny = (problems: ModelProblems): boolean =>
  Object.values(problems).some(({ length }) => length > 0);

/** They are mended where the event is. */
const upcasterProblemsOf = (reports: CodeReports, definition: Definition): CodeProblem[] =>
  definition.kind === 'event'
    ? (definition.upcasts ?? []).flatMap(({ to }) =>
        codeProblemsOf(reports, upcasterId(definition.id, to)).map((problem) => ({
          ...problem,
          definitionId: definition.id,
        })),
      )
    : [];
