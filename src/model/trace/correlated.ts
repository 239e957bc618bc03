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

type Correlated<Event, Command> = { events: Event[]; commands: Command[] };

/** Places of events, counted from 0. */
export type Stretch = { from: number; to: number };

const step = 5_000;

/** So many events around a position, the same ones for positions next to it. */
export const stretchAround = (position: number): Stretch => {
  const from = Math.max(0, (Math.floor(position / step) - 1) * step);
  return { from, to: from + 3 * step };
};

const everywhere: Stretch = { from: 0, to: Number.POSITIVE_INFINITY };

const eventsOf = <Event>(
  { events, correlations: { numbers, at } }: Omit<History<Event, never>, 'commands'>,
  isWanted: (correlation: string) => boolean,
  { from, to }: Stretch,
): Event[] => {
  const wanted = new Set([...numbers].flatMap(([name, number]) => (isWanted(name) ? [number] : [])));
  const found: Event[] = [];
  for (let place = from; place < Math.min(to, events.length); place += 1) {
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
 * then it is those of a stretch, with what came of them here, where a policy's command is correlated with the event itself.
 */
export const correlatedWith = <Event extends CorrelatedEvent, Command extends CorrelatedCommand>(
  { events, correlations, commands }: History<Event, Command>,
  correlation: string,
  stretch: Stretch = everywhere,
): Correlated<Event, Command> => {
  const named = eventsOf(
    { events, correlations },
    (name) => name === correlation,
    correlation === '' ? stretch : everywhere,
  );
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
    events: [...named, ...eventsOf({ events, correlations }, (name) => ids.has(name), everywhere)],
    commands: commands.filter(({ correlationId }) => ids.has(correlationId)),
  };
};
