import { countUpTo, type DefinitionOf, positionsOf, storedNames } from '#model';
import { type AppState, historyOf } from '#state';

/** How many of this event are stored up to the cursor, under its name or a former one. */
export const countOf = (
  { events, cursor }: Pick<AppState, 'events' | 'cursor'>,
  event: DefinitionOf<'event'>,
): number => {
  const { types, length } = historyOf(events);
  const upTo = cursor === 'now' ? length : cursor;
  return storedNames(event).reduce((sum, name) => sum + countUpTo(positionsOf(types, name), upTo), 0);
};

/** Whether something is recorded, but nothing of this event has happened at the cursor. */
export const isYetToHappen = (state: Pick<AppState, 'events' | 'cursor'>, event: DefinitionOf<'event'>): boolean =>
  state.events.length > 0 && countOf(state, event) === 0;
