import { type DefinitionOf, storedMisfits } from '#model';
import type { AppState } from '#state';
import { rememberLast } from './rememberLast.ts';

type RecordedEvent = AppState['events'][number];

const count = (events: readonly RecordedEvent[], position: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { type } of events.slice(0, position)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
};

const countsAtCursor = rememberLast((events: AppState['events'], cursor: AppState['cursor']) =>
  count(events, cursor === 'now' ? events.length : cursor),
);

const namesOf = ({ name, formerNames = [] }: DefinitionOf<'event'>): string[] => [name, ...formerNames];

/** How many of this event are stored up to the cursor, under its name or a former one. */
export const countOf = (
  { events, cursor }: Pick<AppState, 'events' | 'cursor'>,
  event: DefinitionOf<'event'>,
): number => {
  const counts = countsAtCursor(events, cursor);
  return namesOf(event).reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
};

/** Whether something is recorded, but nothing of this event has happened at the cursor. */
export const isYetToHappen = (state: Pick<AppState, 'events' | 'cursor'>, event: DefinitionOf<'event'>): boolean =>
  state.events.length > 0 && countOf(state, event) === 0;

export type Misfits = { count: number; sentences: readonly string[] };

const judge = (event: DefinitionOf<'event'>, events: AppState['events']): Misfits => {
  const found = storedMisfits(event, events);
  return {
    count: new Set(found.flatMap(({ positions }) => positions)).size,
    sentences: found.map(({ sentence }) => sentence),
  };
};

const judged = new WeakMap<DefinitionOf<'event'>, { events: AppState['events']; misfits: Misfits }>();

/** The stored events that do not fit their fields and name any more; judged anew only when those or the events change. */
export const misfitsOf = ({ events }: Pick<AppState, 'events'>, event: DefinitionOf<'event'>): Misfits => {
  const before = judged.get(event);
  if (before?.events === events) return before.misfits;
  const misfits = judge(event, events);
  judged.set(event, { events, misfits });
  return misfits;
};
