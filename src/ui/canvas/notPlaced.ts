import type { Board, Definition } from '#model';

/** What the model knows but no wall shows, such as a read model kept ready for a demonstration. It does not run. */
export const notPlacedOf = ({ definitions, notes }: Board): Definition[] => {
  const placed = new Set(Object.values(notes).map(({ definitionId }) => definitionId));
  return Object.values(definitions).filter(({ id }) => !placed.has(id));
};
