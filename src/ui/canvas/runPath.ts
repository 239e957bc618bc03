import { type Board, categoryOf, type Definition, type NoteKind } from '#model';
import { type AppState, commandLogOf, type RecordedEvent } from '#state';
import { rememberLast } from './rememberLast.ts';

type CommandRecord = AppState['commands'][number];

/** The notes and arrows that a command went through, each with its turn: 0 is where it started. */
export type RunPath = { notes: ReadonlyMap<string, number>; connections: ReadonlyMap<string, number> };

/** One wave through the notes that a command went through; the nonce makes the same way count as new. */
export type Pulse = { path: RunPath; nonce: number };

export const noPath: RunPath = { notes: new Map(), connections: new Map() };

export type Run = {
  /** What was stored together; empty where nothing happened. */
  events: readonly RecordedEvent[];
  command: CommandRecord | undefined;
  /** Ids of the read models whose documents changed. */
  readModelIds: readonly string[];
};

type WantedOf = { [K in NoteKind]?: (definition: Definition) => boolean };

const answersTo = (definition: Definition, type: string): boolean =>
  definition.name === type || (definition.formerNames?.includes(type) ?? false);

const wantedOf = ({ events, command, readModelIds }: Run): WantedOf => {
  const types = new Set(events.map(({ type }) => type));
  const categories = new Set(events.map(({ metadata }) => categoryOf(metadata.streamName)));
  const policyId = command && 'policyId' in command.origin ? command.origin.policyId : events[0]?.metadata.publishedBy;
  return {
    policy: ({ id }) => id === policyId,
    command: (definition) => command !== undefined && answersTo(definition, command.type),
    decider: (definition) => definition.kind === 'decider' && categories.has(definition.category),
    event: (definition) => types.has(definition.name) || [...types].some((type) => answersTo(definition, type)),
    'read-model': ({ id }) => readModelIds.includes(id),
  };
};

const turns: readonly NoteKind[] = ['policy', 'command', 'decider', 'event', 'read-model'];

/**
 * Policy, command, decider, events, read models, as far as they stand on the wall, and the arrows between them. What a
 * translation publishes comes of it at once, without a command.
 */
export const pathOf = (board: Pick<Board, 'definitions' | 'notes' | 'connections'>, run: Run): RunPath => {
  if (run.events.length === 0) return noPath;
  const wanted = wantedOf(run);
  const onPath = Object.values(board.notes).flatMap((note) => {
    const definition = board.definitions[note.definitionId];
    return definition && wanted[definition.kind]?.(definition)
      ? [{ noteId: note.id, turn: turns.indexOf(definition.kind) }]
      : [];
  });
  const taken = turns.map((_, turn) => turn).filter((turn) => onPath.some((one) => one.turn === turn));
  const notes = new Map(onPath.map(({ noteId, turn }) => [noteId, taken.indexOf(turn)]));
  const connections = new Map<string, number>();
  for (const { id, from, to } of Object.values(board.connections)) {
    const [start, end] = [notes.get(from), notes.get(to)];
    if (start !== undefined && end !== undefined && start < end) connections.set(id, start);
  }
  return { notes, connections };
};

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
