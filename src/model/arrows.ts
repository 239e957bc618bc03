import type { Board, Definition, DefinitionOf, NoteKind } from './definitions.ts';
import { recordOf } from './records.ts';

/** The arrows of a wall between definitions: several appearances of one definition share their arrows. */
export type Arrows = {
  /** Definitions with at least one note, in the board's order. */
  placed: Definition[];
  into: <K extends NoteKind>(definitionId: string, kind: K) => DefinitionOf<K>[];
  outOf: <K extends NoteKind>(definitionId: string, kind: K) => DefinitionOf<K>[];
};

const known = new WeakMap<Board, Arrows>();

/** The arrows of a board, found once for many questions. */
export const arrowsOf = (board: Board): Arrows => {
  const arrows = known.get(board) ?? findArrows(board);
  known.set(board, arrows);
  return arrows;
};

const findArrows = (board: Board): Arrows => {
  const into = new Map<string, Set<Definition>>();
  const outOf = new Map<string, Set<Definition>>();
  const definitionOfNote = (noteId: string): Definition | undefined => {
    const note = recordOf(board.notes, noteId);
    return note && recordOf(board.definitions, note.definitionId);
  };
  for (const connection of Object.values(board.connections)) {
    const from = definitionOfNote(connection.from);
    const to = definitionOfNote(connection.to);
    if (!from || !to) continue;
    add(outOf, from.id, to);
    add(into, to.id, from);
  }
  const standing = new Set(Object.values(board.notes).map(({ definitionId }) => definitionId));
  return {
    placed: Object.values(board.definitions).filter(({ id }) => standing.has(id)),
    into: (id, kind) => ofKind(into.get(id), kind),
    outOf: (id, kind) => ofKind(outOf.get(id), kind),
  };
};

const add = (ends: Map<string, Set<Definition>>, id: string, end: Definition): void => {
  const known = ends.get(id);
  if (known) known.add(end);
  else ends.set(id, new Set([end]));
};

export const ofKind = <K extends NoteKind>(definitions: Iterable<Definition> | undefined, kind: K): DefinitionOf<K>[] =>
  [...(definitions ?? [])].filter((definition): definition is DefinitionOf<K> => definition.kind === kind);

/**
 * The decider that a command goes to: along its arrow, or, where the arrow leads straight to an event, the decider
 * that makes this event.
 */
export const deciderOf = (arrows: Arrows, commandId: string): DefinitionOf<'decider'> | undefined =>
  arrows.outOf(commandId, 'decider')[0] ??
  arrows.outOf(commandId, 'event').flatMap((event) => arrows.into(event.id, 'decider'))[0];

type Commands = DefinitionOf<'command'>[];

const commandsByDecider = new WeakMap<Arrows, ReadonlyMap<string, Commands>>();

/** Found once for all deciders: a large wall has hundreds, and each is asked for several times. */
const indexCommands = (arrows: Arrows): ReadonlyMap<string, Commands> => {
  const index = new Map<string, Commands>();
  for (const command of ofKind(arrows.placed, 'command')) {
    const decider = deciderOf(arrows, command.id);
    if (decider) index.set(decider.id, [...(index.get(decider.id) ?? []), command]);
  }
  commandsByDecider.set(arrows, index);
  return index;
};

/** The commands that go to a decider. */
export const commandsOf = (arrows: Arrows, deciderId: string): DefinitionOf<'command'>[] =>
  (commandsByDecider.get(arrows) ?? indexCommands(arrows)).get(deciderId) ?? [];

/** The events that a decider makes: those its arrows lead to, and those that its commands lead to straight. */
export const eventsOf = (arrows: Arrows, deciderId: string): DefinitionOf<'event'>[] => {
  const straight = commandsOf(arrows, deciderId).flatMap(({ id }) => arrows.outOf(id, 'event'));
  const isOthers = (eventId: string): boolean => {
    const makers = arrows.into(eventId, 'decider');
    return makers.length > 0 && !makers.some(({ id }) => id === deciderId);
  };
  return [...new Set([...arrows.outOf(deciderId, 'event'), ...straight.filter(({ id }) => !isOthers(id))])];
};
