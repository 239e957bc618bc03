import { arrowsOf, type Board, type DefinitionOf, eventsOf } from '#model';

type Command = DefinitionOf<'command'>;
type Event = DefinitionOf<'event'>;

const wordsOf = (name: string): string[] =>
  (name.match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+/gu) ?? []).map((word) => word.toLowerCase());

/** `AddProductItem` speaks of `ProductItemAdded`: its verb begins one of the event's words, and they share the most words. */
const speaksOf = (command: Command, event: Event): number => {
  const [verb = '', ...things] = wordsOf(command.name);
  const said = wordsOf(event.name);
  const stem = verb.replace(/(?:e|y)$/u, '');
  if (stem === '' || !said.some((word) => word.startsWith(stem))) return 0;
  return 1 + things.filter((thing) => said.includes(thing)).length;
};

const specified = (board: Board, deciderId: string, command: Command, events: readonly Event[]): Event[] => {
  const types = new Set(
    Object.values(board.specifications).flatMap((specification) =>
      specification.subject === 'decider' &&
      specification.definitionId === deciderId &&
      specification.when.type === command.name &&
      specification.then.kind === 'events'
        ? specification.then.events.map(({ type }) => type)
        : [],
    ),
  );
  return events.filter(({ name }) => types.has(name));
};

const alike = (command: Command, events: readonly Event[]): Event[] => {
  const scores = events.map((event) => speaksOf(command, event));
  const best = Math.max(0, ...scores);
  return best === 0 ? [] : events.filter((_, index) => scores[index] === best);
};

/**
 * The events that each command leads to, by its id. Arrows say it where they lead there straight; through a decider they
 * do not, and specifications say it, else names, else it may be any of the decider's.
 */
export const eventsByCommand = (board: Board): ReadonlyMap<string, readonly Event[]> => {
  const arrows = arrowsOf(board);
  const found = new Map<string, readonly Event[]>();
  for (const command of arrows.placed) {
    if (command.kind !== 'command') continue;
    const straight = arrows.outOf(command.id, 'event');
    const decided = arrows.outOf(command.id, 'decider').flatMap((decider) => {
      const events = eventsOf(arrows, decider.id);
      const told = specified(board, decider.id, command, events);
      if (told.length > 0) return told;
      const named = alike(command, events);
      return named.length > 0 ? named : events;
    });
    found.set(command.id, [...new Set([...straight, ...decided])]);
  }
  return found;
};
