import { type Board, type EventList, type Json, positionAfter, positionsOf, type Rename, storedNames } from '#model';
import { historyOf, type RecordedEvent } from '#state';

/** So many events are looked at in one go, so that the screen stays quick in between. */
const piece = 4000;

/** How many stored events bear a name, as far as they have been looked at. */
export type StoredUnder = {
  count: () => number;
  /** True once all have been looked at. */
  isWhole: () => boolean;
  /** Looks at the next ones. */
  goOn: () => void;
};

/** Counts the stored events that bear the name that goes, as their type or as a field; only the latter has to read them. */
export const storedUnder = (board: Board, events: EventList<RecordedEvent>, rename: Rename): StoredUnder => {
  const { types: index } = historyOf(events);
  if (rename.kind === 'definition') {
    const [name] = eventNames(board, [rename.definitionId]);
    const count = name === undefined ? 0 : positionsOf(index, name).length;
    return { count: () => count, isWhole: () => true, goOn: () => undefined };
  }
  const types = eventNames(board, rename.definitionIds);
  let [count, upTo] = [0, 0];
  /** The next event of one of the types, past the end where there is none. */
  const next = (): number =>
    Math.min(events.length + 1, ...types.map((type) => positionAfter(positionsOf(index, type), upTo) ?? Infinity));
  return {
    count: () => count,
    isWhole: () => next() > events.length,
    goOn: () => {
      const from = next() - 1;
      upTo = Math.min(from + piece, events.length);
      for (const { type, data } of events.slice(from, upTo))
        if (types.includes(type) && holds(data, rename.path)) count += 1;
    },
  };
};

/** Under which events are stored: the present name of each first, then former ones. */
const eventNames = (board: Board, definitionIds: readonly string[]): string[] =>
  definitionIds.flatMap((id) => {
    const definition = board.definitions[id];
    return definition?.kind === 'event' ? storedNames(definition) : [];
  });

const holds = (data: Json, [name = '', ...rest]: string[]): boolean => {
  if (Array.isArray(data)) return data.some((item) => holds(item, [name, ...rest]));
  if (data === null || typeof data !== 'object' || !Object.hasOwn(data, name)) return false;
  return rest.length === 0 || holds(data[name] ?? null, rest);
};
