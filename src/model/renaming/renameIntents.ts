import type { BoardIntent } from '../boardEvents.ts';
import type { Board, CodeFile } from '../definitions.ts';
import { changedAt } from '../fields/fieldAt.ts';
import { recordOf } from '../records.ts';
import { applyEdits } from './applyEdits.ts';
import type { CodePlace, Rename, RenamePlan } from './Rename.ts';
import { renamedSpecification } from './specificationEdits.ts';

/** The note or field alone under its new name. */
export const renameAlone = (board: Board, rename: Rename, hasStreams = false): BoardIntent[] => {
  if (rename.kind === 'definition')
    return [{ type: 'RenameDefinition', definitionId: rename.definitionId, name: rename.to, hasStreams }];
  return rename.definitionIds.flatMap((definitionId): BoardIntent[] => {
    const definition = recordOf(board.definitions, definitionId);
    if (!definition || !('fields' in definition)) return [];
    const fields = changedAt(definition.fields, rename.path, (field) => ({ ...field, name: rename.to }));
    return [{ type: 'ChangeFields', definitionId, fields }];
  });
};

/** `isStoredRead`: stored events are read under the new name, by an upcaster. */
type Chosen = { placeIds: ReadonlySet<string>; hasStreams?: boolean; isStoredRead?: boolean };

/** What is to be done of a plan, the chosen lines of code among it: to be made as one step. */
export const renameIntents = (
  board: Board,
  rename: Rename,
  plan: RenamePlan,
  { placeIds, hasStreams = false, isStoredRead = false }: Chosen,
): BoardIntent[] => {
  const chosen = plan.places.filter(({ id }) => placeIds.has(id));
  return [
    ...renameAlone(board, rename, hasStreams),
    ...(isStoredRead ? upcastIntents(board, rename) : []),
    ...[...new Set(chosen.map(({ definitionId }) => definitionId))].flatMap((definitionId): BoardIntent[] => {
      const module = recordOf(board.definitions, definitionId);
      if (!module || !('code' in module)) return [];
      return [
        { type: 'ChangeCode', definitionId, code: module.code.map((file) => changedFile(file, definitionId, chosen)) },
      ];
    }),
    ...plan.specifications.flatMap(({ specificationId }): BoardIntent[] => {
      const specification = recordOf(board.specifications, specificationId);
      if (!specification) return [];
      const { specification: changed } = renamedSpecification(board, specification, rename);
      return [{ type: 'ChangeSpecification', specification: changed }];
    }),
    ...plan.streams.map(({ definitionId, naming }): BoardIntent => ({ type: 'NameStreams', definitionId, naming })),
  ];
};

const upcastIntents = (board: Board, rename: Rename): BoardIntent[] => {
  const ids = rename.kind === 'definition' ? [rename.definitionId] : rename.definitionIds;
  return ids.flatMap((definitionId): BoardIntent[] => {
    const event = recordOf(board.definitions, definitionId);
    if (event?.kind !== 'event') return [];
    const change =
      rename.kind === 'definition' ? { formerNames: [event.name] } : { rename: { [rename.path.join('.')]: rename.to } };
    return [{ type: 'AddUpcast', definitionId, change }];
  });
};

const changedFile = ({ path, text }: CodeFile, definitionId: string, chosen: CodePlace[]): CodeFile => {
  const edits = chosen.filter((place) => place.definitionId === definitionId && place.file === path);
  return {
    path,
    text: applyEdits(
      text,
      edits.flatMap((place) => place.edits),
    ),
  };
};
