import type { BoardIntent } from '../boardEvents.ts';
import type { Board, CodeFile } from '../definitions.ts';
import { recordOf } from '../records.ts';
import { applyEdits } from './applyEdits.ts';
import type { CodePlace, Rename, RenamePlan } from './Rename.ts';
import { renameAlone } from './renameAlone.ts';
import { renamedSpecification } from './specificationEdits.ts';

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
