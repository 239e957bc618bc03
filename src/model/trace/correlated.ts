import type { NamesAt } from '../history/historyIndex.ts';

type CorrelatedEvent = { metadata: { eventId: string } };
type CorrelatedCommand = { correlationId: string };

type History<Event, Command> = {
  events: readonly Event[];
  /** The correlation of each event, '' where it names none. */
  correlations: NamesAt;
  commands: readonly Command[];
};

type Correlated<Event, Command> = { events: Event[]; commands: Command[] };

const eventsOf = <Event>(
  { events, correlations: { numbers, at } }: Omit<History<Event, never>, 'commands'>,
  isWanted: (correlation: string) => boolean,
): Event[] => {
  const wanted = new Set([...numbers].flatMap(([name, number]) => (isWanted(name) ? [number] : [])));
  return events.filter((_, index) => wanted.has(at[index] ?? -1));
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
      : events.find(({ metadata }) => metadata.eventId === correlation);
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
