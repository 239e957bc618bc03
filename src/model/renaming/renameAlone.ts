import type { BoardIntent } from '../boardEvents.ts';
import type { Board } from '../definitions.ts';
import { changedAt } from '../fields/fieldAt.ts';
import { recordOf } from '../records.ts';
import type { Rename } from './Rename.ts';

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
