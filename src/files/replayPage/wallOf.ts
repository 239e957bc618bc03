import { type Board, kindInfo, placesOf, storedNames } from '#model';
import type { ReplayedWall } from './ReplayData.ts';

/** Where the notes lie that light up, and which of them count events. */
export const wallOf = (board: Board): ReplayedWall => ({
  notes: placesOf(board).flatMap(({ noteId: id, kind, x, y, width, height }) => {
    const { shape } = kindInfo[kind];
    if (shape === 'area') return [];
    return [{ id, x, y, width, height, ...(shape === 'diamond' && { isDiamond: true as const }) }];
  }),
  counted: Object.values(board.notes).flatMap(({ id, definitionId }) => {
    const definition = board.definitions[definitionId];
    return definition?.kind === 'event' ? [{ id, types: [...storedNames(definition)] }] : [];
  }),
});
