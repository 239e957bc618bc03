import type { BoardDifference } from '../boardDifferences.ts';
import type { BoardIntent } from '../boardEvents.ts';
import type { Board } from '../definitions.ts';
import { recordOf } from '../records.ts';
import { takenOver } from './takenOver.ts';

/**
 * The edit that takes one difference over from another board, such as that of a file. Deciders named in `withStreams`
 * keep the streams that they have. Fields of an event that is no newer there are changed as by hand, so that its version
 * goes up where events are stored.
 */
export const takeOverIntents = (
  board: Board,
  other: Board,
  difference: BoardDifference,
  withStreams: string[],
): BoardIntent[] => {
  const { id, what } = difference;
  const [here, there] = [recordOf(board.definitions, id), recordOf(other.definitions, id)];
  if (what === 'fields' && here?.kind === 'event' && there?.kind === 'event')
    if (there.schemaVersion <= here.schemaVersion)
      return [{ type: 'ChangeFields', definitionId: id, fields: there.fields }];
  return [{ type: 'RestoreBoard', board: takenOver(board, other, difference), withStreams }];
};
