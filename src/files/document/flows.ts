import { type Arrows, arrowsOf, type Board, type Definition, type DefinitionOf, type NoteKind } from '#model';
import { eventsByCommand } from '../notations/eventsByCommand.ts';
import { asMarkdown } from './escaping.ts';

export const namesOf = (definitions: readonly Definition[]): string =>
  definitions.map(({ name }) => asMarkdown(name)).join(', ');

const allOf = (find: Arrows['into'], id: string, kinds: readonly NoteKind[]): Definition[] =>
  kinds.flatMap((kind) => find<NoteKind>(id, kind));

/** Who sends a command: people, screens, policies, other systems. */
export const sendersOf = ({ into }: Arrows, id: string): Definition[] =>
  allOf(into, id, ['actor', 'screen', 'policy', 'system']);

/** Who looks at a read model. */
export const lookersOf = ({ outOf }: Arrows, id: string): Definition[] =>
  allOf(outOf, id, ['actor', 'screen', 'policy', 'system']);

/** Who records an event: deciders, systems, and policies that publish or keep a stream. */
export const recordersOf = ({ into }: Arrows, id: string): Definition[] =>
  allOf(into, id, ['decider', 'system', 'policy']);

/** Who hears an event. */
export const hearersOf = ({ outOf }: Arrows, id: string): Definition[] => allOf(outOf, id, ['read-model', 'policy']);

const chain = (...parts: (string | false)[]): string => parts.filter((part) => part).join(' → ');

const eventLine = (arrows: Arrows, event: DefinitionOf<'event'>): string =>
  chain(`**${asMarkdown(event.name)}**`, namesOf(hearersOf(arrows, event.id)));

/** Command → decider → event → who hears of it; then what systems do, and policies. */
export const flowsOf = (board: Board): string[] => {
  const arrows = arrowsOf(board);
  const events = eventsByCommand(board);
  return arrows.placed.flatMap((definition) => {
    const { id, kind, name } = definition;
    const own = `**${asMarkdown(name)}**`;
    if (kind === 'command')
      return [
        `- ${chain(namesOf(sendersOf(arrows, id)), own, namesOf(allOf(arrows.outOf, id, ['decider', 'system'])))}`,
        ...(events.get(id) ?? []).map((event) => `  - ${eventLine(arrows, event)}`),
      ];
    if (kind === 'policy')
      return [
        `- ${chain(
          namesOf(allOf(arrows.into, id, ['event', 'read-model'])),
          own,
          namesOf(allOf(arrows.outOf, id, ['command', 'event'])),
        )}`,
      ];
    const told = kind === 'system' ? arrows.outOf(id, 'event') : [];
    return told.length > 0 ? [`- ${own}`, ...told.map((event) => `  - ${eventLine(arrows, event)}`)] : [];
  });
};
