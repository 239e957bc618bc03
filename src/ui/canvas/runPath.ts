import { type Board, pathOf, type Run, type RunPath } from '#model';
import { type AppState, commandLogOf, type RecordedEvent } from '#state';
import { rememberLast } from './rememberLast.ts';

type CommandRecord = AppState['commands'][number];

/** One wave through the notes that a command went through; the nonce makes the same way count as new. */
export type Pulse = { path: RunPath; nonce: number };

/** Read models that hear one of the events, by what their code says. */
const hearing = (modules: AppState['modules'], events: readonly RecordedEvent[]): string[] =>
  Object.entries(modules).flatMap(([id, status]) => {
    const heard = status.kind === 'ready' ? status.facts.canHandle : undefined;
    return heard && events.some(({ type }) => heard.includes(type)) ? [id] : [];
  });

const changedAt = (moment: AppState['moment'], position: number): string[] | null =>
  moment?.position === position && !moment.isSoFar
    ? moment.readModels.flatMap(({ moduleId, changed }) => (changed.length > 0 ? [moduleId] : []))
    : null;

const commandOf = (commands: readonly CommandRecord[], event: RecordedEvent | undefined): CommandRecord | undefined =>
  commandLogOf(commands).byId.get(event?.metadata.commandId ?? '');

/** The run that stored these events. */
export const runOf = (
  { commands, modules, moment }: Pick<AppState, 'commands' | 'modules' | 'moment'>,
  events: readonly RecordedEvent[],
): Run => {
  const [only] = events.length === 1 ? events : [];
  const changed = only ? changedAt(moment, only.metadata.globalPosition) : null;
  return { events, command: commandOf(commands, events[0]), readModelIds: changed ?? hearing(modules, events) };
};

const eventsToLight = rememberLast(
  (
    cursor: AppState['cursor'],
    events: AppState['events'],
    isRevealing: boolean,
    lastOutcome: AppState['lastOutcome'],
  ): readonly RecordedEvent[] => {
    const sent = lastOutcome?.outcome.kind === 'appended' ? lastOutcome.outcome.events : [];
    const isBeforeFirst = isRevealing && cursor !== 'now' && sent[0]?.metadata.globalPosition === cursor + 1;
    if (cursor !== 'now' && !isBeforeFirst) return events.slice(Math.max(0, cursor - 1), cursor);
    return sent;
  },
);

const pathThrough = rememberLast(
  (
    definitions: Board['definitions'],
    notes: Board['notes'],
    connections: Board['connections'],
    commands: AppState['commands'],
    modules: AppState['modules'],
    moment: AppState['moment'],
    events: readonly RecordedEvent[],
  ): RunPath => pathOf({ definitions, notes, connections }, runOf({ commands, modules, moment }, events)),
);

/**
 * What is lit: the way to the event at the cursor; now, and before its events are shown one by one, the way of the last
 * command until its outcome is dismissed.
 */
export const litPath = ({
  board,
  commands,
  modules,
  moment,
  cursor,
  events,
  isRevealing,
  lastOutcome,
}: AppState): RunPath =>
  pathThrough(
    board.definitions,
    board.notes,
    board.connections,
    commands,
    modules,
    moment,
    eventsToLight(cursor, events, isRevealing, lastOutcome),
  );
