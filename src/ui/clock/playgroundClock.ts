import { eventAt, positionsOf, processPartsOf, timeShown, type WaitingMessage, waitingAt } from '#model';
import { type AppState, currentRunOf, historyOf, type RecordedEvent } from '#state';

/** What the playground's clock shows now, in milliseconds since 1970, whatever moment is looked at. */
export const clockNow = ({
  board,
  runs,
  events,
  commands,
}: Pick<AppState, 'board' | 'runs' | 'events' | 'commands'>): number => {
  const times = [events.at(-1)?.metadata.recordedAt, commands.at(-1)?.receivedAt];
  const latest = Math.max(...times.map((time) => (time === undefined ? Number.NEGATIVE_INFINITY : Date.parse(time))));
  return timeShown(board.settings.clock, currentRunOf(runs)?.clock, { latest, machine: Date.now() });
};

/** What the clock showed at the moment that is looked at. */
export const clockShown = (state: Parameters<typeof clockNow>[0] & Pick<AppState, 'cursor'>): number => {
  const event = state.cursor === 'now' ? undefined : eventAt(state.events, state.cursor);
  return event ? Date.parse(event.metadata.recordedAt) : clockNow(state);
};

/** The events of a history that say what waits: few of many, found by their types. */
const eventsOfProcesses = (events: AppState['events']): RecordedEvent[] => {
  const { types } = historyOf(events);
  const positions = types.names.filter((type) => processPartsOf(type)).flatMap((type) => positionsOf(types, type));
  return positions.sort((one, other) => one - other).flatMap((position) => eventAt(events, position) ?? []);
};

let known: { events: AppState['events']; position: number; waiting: readonly WaitingMessage[] } | undefined;

/** The scheduled messages that wait as of an event, soonest first; found once for all who ask. */
export const waitingMessages = (events: AppState['events'], position: number): readonly WaitingMessage[] => {
  if (known?.events !== events || known.position !== position)
    known = { events, position, waiting: waitingAt(eventsOfProcesses(events), position) };
  return known.waiting;
};
