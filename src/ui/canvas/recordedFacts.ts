import { countUpTo, type DefinitionOf, type HistoryIndex, positionsOf, storedMisfits } from '#model';
import { type AppState, historyOf } from '#state';

type RecordedEvent = AppState['events'][number];

const namesOf = ({ name, formerNames = [] }: DefinitionOf<'event'>): string[] => [name, ...formerNames];

/** How many of this event are stored up to the cursor, under its name or a former one. */
export const countOf = (
  { events, cursor }: Pick<AppState, 'events' | 'cursor'>,
  event: DefinitionOf<'event'>,
): number => {
  const { types, length } = historyOf(events);
  const upTo = cursor === 'now' ? length : cursor;
  return namesOf(event).reduce((sum, name) => sum + countUpTo(positionsOf(types, name), upTo), 0);
};

/** Whether something is recorded, but nothing of this event has happened at the cursor. */
export const isYetToHappen = (state: Pick<AppState, 'events' | 'cursor'>, event: DefinitionOf<'event'>): boolean =>
  state.events.length > 0 && countOf(state, event) === 0;

export type Misfits = { count: number; sentences: readonly string[] };

type Found = ReturnType<typeof storedMisfits>;
type Judged = { history: HistoryIndex; upTo: number; found: Found; misfits: Misfits };

const inWords = (found: Found): Misfits => ({
  count: new Set(found.flatMap(({ positions }) => positions)).size,
  sentences: found.map(({ sentence }) => sentence),
});

/** The stored events of the definition behind a position, oldest first. */
const eventsAfter = (event: DefinitionOf<'event'>, events: AppState['events'], upTo: number): RecordedEvent[] => {
  const { types } = historyOf(events);
  return namesOf(event)
    .flatMap((name) => {
      const positions = positionsOf(types, name);
      return positions.slice(countUpTo(positions, upTo));
    })
    .sort((one, other) => one - other)
    .flatMap((position) => events[position - 1] ?? []);
};

const judge = (event: DefinitionOf<'event'>, events: AppState['events'], before: Judged | undefined): Judged => {
  const history = historyOf(events);
  const fresh = eventsAfter(event, events, before?.upTo ?? 0);
  if (before && fresh.length === 0) return { ...before, upTo: events.length };
  const found = storedMisfits(event, fresh, before?.found);
  return { history, upTo: events.length, found, misfits: inWords(found) };
};

const judged = new WeakMap<DefinitionOf<'event'>, Judged>();

/** The stored events that do not fit their fields and name any more; where events came to those, only they are judged. */
export const misfitsOf = ({ events }: Pick<AppState, 'events'>, event: DefinitionOf<'event'>): Misfits => {
  const last = judged.get(event);
  const before = last?.history === historyOf(events) ? last : undefined;
  if (before?.upTo === events.length) return before.misfits;
  const now = judge(event, events, before);
  judged.set(event, now);
  return now.misfits;
};
