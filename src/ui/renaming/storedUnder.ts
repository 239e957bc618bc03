import { type Board, eventsOfDefinition, type Json, type Rename } from '#model';

type Stored = { type: string; data: Json };

/** How many stored events bear the name that goes, as their type or as a field. */
export const storedUnder = (board: Board, events: readonly Stored[], rename: Rename): number => {
  if (rename.kind === 'definition') {
    const definition = board.definitions[rename.definitionId];
    return definition?.kind === 'event' ? events.filter(({ type }) => type === definition.name).length : 0;
  }
  return rename.definitionIds.flatMap((id) => {
    const definition = board.definitions[id];
    if (definition?.kind !== 'event') return [];
    return eventsOfDefinition(definition, events).filter(({ data }) => holds(data, rename.path));
  }).length;
};

const holds = (data: Json, [name = '', ...rest]: string[]): boolean => {
  if (Array.isArray(data)) return data.some((item) => holds(item, [name, ...rest]));
  if (data === null || typeof data !== 'object' || !Object.hasOwn(data, name)) return false;
  return rest.length === 0 || holds(data[name] ?? null, rest);
};
