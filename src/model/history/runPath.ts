import type { Board, Definition, NoteKind } from '../definitions.ts';
import { storedNames } from '../storedNames.ts';
import { categoryOf } from '../streamNames.ts';
import type { LoggedEvent } from './eventText.ts';

/** The notes and arrows that a command went through, each with its turn: 0 is where it started. */
export type RunPath = { notes: ReadonlyMap<string, number>; connections: ReadonlyMap<string, number> };

export const noPath: RunPath = { notes: new Map(), connections: new Map() };

/** What was stored together, and what came of it. */
export type Run = {
  /** What was stored together; empty where nothing happened. */
  events: readonly LoggedEvent[];
  command: { type: string; origin: { kind: string; policyId?: string } } | undefined;
  /** Ids of the read models whose documents changed. */
  readModelIds: readonly string[];
};

type WantedOf = { [K in NoteKind]?: (definition: Definition) => boolean };

const wantedOf = ({ events, command, readModelIds }: Run): WantedOf => {
  const types = new Set(events.map(({ type }) => type));
  const categories = new Set(events.map(({ metadata }) => categoryOf(metadata.streamName)));
  const policyId = command && 'policyId' in command.origin ? command.origin.policyId : events[0]?.metadata.publishedBy;
  return {
    policy: ({ id }) => id === policyId,
    command: (definition) => command !== undefined && storedNames(definition).includes(command.type),
    decider: (definition) => definition.kind === 'decider' && categories.has(definition.category),
    event: (definition) => storedNames(definition).some((name) => types.has(name)),
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
