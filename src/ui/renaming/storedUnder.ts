import { type Board, type EventList, type Json, positionsOf, type Rename } from '#model';
import { historyOf, type RecordedEvent } from '#state';

/** How many stored events bear the name that goes, as their type or as a field. */
export const storedUnder = (board: Board, events: EventList<RecordedEvent>, rename: Rename): number => {
  if (rename.kind === 'definition') {
    const definition = board.definitions[rename.definitionId];
    return definition?.kind === 'event' ? positionsOf(historyOf(events).types, definition.name).length : 0;
  }
  const types = new Set(
    rename.definitionIds.flatMap((id) => {
      const definition = board.definitions[id];
      return definition?.kind === 'event' ? [definition.name, ...(definition.formerNames ?? [])] : [];
    }),
  );
  let count = 0;
  for (const { type, data } of events) if (types.has(type) && holds(data, rename.path)) count += 1;
  return count;
};

const holds = (data: Json, [name = '', ...rest]: string[]): boolean => {
  if (Array.isArray(data)) return data.some((item) => holds(item, [name, ...rest]));
  if (data === null || typeof data !== 'object' || !Object.hasOwn(data, name)) return false;
  return rest.length === 0 || holds(data[name] ?? null, rest);
};
