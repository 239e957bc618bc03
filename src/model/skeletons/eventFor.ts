import type { Arrows } from '../arrows.ts';
import type { DefinitionOf } from '../definitions.ts';

type Command = DefinitionOf<'command'>;
type Event = DefinitionOf<'event'>;

/**
 * The event that a command most likely leads to: the one at the end of its own arrow, else the one that shares most
 * words with it (`AddProductItem` → `ProductItemAdded`), else the one at the same place in the order of the wall.
 */
export const eventFor = (arrows: Arrows, command: Command, commands: Command[], events: Event[]): Event | undefined => {
  const [straight] = arrows.outOf(command.id, 'event');
  if (straight) return straight;
  const ranked = events
    .map((event) => ({ event, score: sharedWords(command.name, event.name) }))
    .sort((one, other) => other.score - one.score);
  const [best] = ranked;
  return best && best.score > 0 ? best.event : events[commands.indexOf(command)];
};

/** Words count as the same where they begin alike: `Add` and `Added`, `Cancel` and `Canceled`. */
const sharedWords = (command: string, event: string): number => {
  const others = wordsOf(event);
  return wordsOf(command).filter((word) => others.some((other) => other.startsWith(stem(word)))).length;
};

const stem = (word: string): string => (word.length > 4 ? word.slice(0, -1) : word);

const wordsOf = (name: string): string[] => {
  const parts = name.match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+/gu) ?? [];
  return parts.map((part) => part.toLowerCase());
};
