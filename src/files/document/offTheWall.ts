import { arrowsOf, type Board, type Definition } from '#model';

/** What is kept ready but stands nowhere yet. */
export const offTheWall = (board: Board): Definition[] => {
  const placed = new Set(arrowsOf(board).placed);
  return Object.values(board.definitions).filter((definition) => !placed.has(definition));
};
