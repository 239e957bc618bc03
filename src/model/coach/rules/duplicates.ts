import { type Definition, lenses, type NoteKind } from '../../definitions.ts';
import { kindInfo } from '../../grammar.ts';
import type { Finding, Rule } from '../Advice.ts';
import { joinInto } from '../fixes.ts';
import { isNamed, isWorkedOut, type Sight } from '../Sight.ts';

/** Names by which code and streams find each other. */
const byName: readonly NoteKind[] = ['event', 'command', 'decider', 'read-model'];

const twins = (sight: Sight): [first: Definition, twin: Definition][] => {
  const known = new Map<string, Definition>();
  const found: [Definition, Definition][] = [];
  for (const definition of sight.arrows.placed) {
    if (!byName.includes(definition.kind) || !isNamed(definition)) continue;
    const key = `${definition.kind} ${definition.name}`;
    const first = known.get(key);
    if (first) found.push([first, definition]);
    else known.set(key, definition);
  }
  return found;
};

export const oneName: Rule = {
  id: 'G16.duplicate',
  title: 'Names that two things bear',
  why: 'Code finds messages and streams by their names. The same thing in two places is one thing with two notes.',
  lenses,
  find: (sight) =>
    twins(sight).map(
      ([first, twin]): Finding => ({
        severity: 'warning',
        definitionId: twin.id,
        place: { kind: 'note' },
        message: `There are two ${kindInfo[twin.kind].plural.toLowerCase()} named ${twin.name}.`,
        // What somebody has worked out is not thrown away by one click.
        fix: isWorkedOut(twin) ? undefined : joinInto(sight, twin, first),
      }),
    ),
};

export const oneScreenAColumn: Rule = {
  id: 'G16.screens',
  title: 'Screens at the same time',
  why: 'A column is a moment, and people look at one screen at a time: a second screen is a slice of its own.',
  lenses: ['event-modeling'],
  find: (sight) => {
    const screens = Object.values(sight.board.notes)
      .filter(({ id }) => sight.definitionAt(id)?.kind === 'screen')
      .toSorted((one, other) => one.x - other.x);
    return screens.flatMap((note, index): Finding[] => {
      const before = screens[index - 1];
      const width = note.width ?? kindInfo.screen.defaultSize.width;
      if (!before || note.x - before.x >= width / 2) return [];
      const [one, other] = [sight.definitionAt(before.id), sight.definitionAt(note.id)];
      if (!one || !other) return [];
      const message = `${one.name} and ${other.name} stand in one column.`;
      return [{ severity: 'information', definitionId: other.id, place: { kind: 'note' }, message }];
    });
  },
};
