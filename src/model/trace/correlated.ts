import type { EventList } from '../history/eventLog.ts';
import type { NamesAt } from '../history/historyIndex.ts';

type CorrelatedEvent = { metadata: { eventId: string } };
type CorrelatedCommand = { correlationId: string };

type History<Event, Command> = {
  events: EventList<Event>;
  /** The correlation of each event, '' where it names none. */
  correlations: NamesAt;
  commands: readonly Command[];
};

export type Correlated<Event, Command> = { events: Event[]; commands: Command[] };

const eventsOf = <Event>(
  { events, correlations: { numbers, at } }: Omit<History<Event, never>, 'commands'>,
  isWanted: (correlation: string) => boolean,
): Event[] => {
  const wanted = new Set([...numbers].flatMap(([name, number]) => (isWanted(name) ? [number] : [])));
  const found: Event[] = [];
  for (let place = 0; place < events.length; place += 1) {
    const event = wanted.has(at[place] ?? -1) ? events.at(place) : undefined;
    if (event) found.push(event);
  }
  return found;
};

/** Found as it is walked through, so that no more of a long history is read than has to be. */
const firstWhere = <Event>(events: EventList<Event>, isWanted: (event: Event) => boolean): Event | undefined => {
  for (const event of events) if (isWanted(event)) return event;
  return undefined;
};

/**
 * What can hang together with an event or command of a correlation. Events that were recorded elsewhere may name none:
 * then it is all of those, with what came of them here, where a policy's command is correlated with the event itself.
 */
export const correlatedWith = <Event extends CorrelatedEvent, Command extends CorrelatedCommand>(
  { events, correlations, commands }: History<Event, Command>,
  correlation: string,
): Correlated<Event, Command> => {
  const named = eventsOf({ events, correlations }, (name) => name === correlation);
  if (correlation !== '') {
    const start = named.some(({ metadata }) => metadata.eventId === correlation)
      ? undefined
      : firstWhere(events, ({ metadata }) => metadata.eventId === correlation);
    return {
      events: start ? [start, ...named] : named,
      commands: commands.filter(({ correlationId }) => correlationId === correlation),
    };
  }
  const ids = new Set(named.map(({ metadata }) => metadata.eventId));
  return {
    events: [...named, ...eventsOf({ events, correlations }, (name) => ids.has(name))],
    commands: commands.filter(({ correlationId }) => ids.has(correlationId)),
  };
};
