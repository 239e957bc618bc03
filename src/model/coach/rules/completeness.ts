import { lineAt } from '../../code/textOf.ts';
import type { DefinitionOf, Field } from '../../definitions.ts';
import { fieldTypeWord } from '../../fields/fieldTypeWord.ts';
import { recordOf } from '../../records.ts';
import { eventFor } from '../../skeletons/eventFor.ts';
import type { Finding, Fix, Rule } from '../Advice.ts';
import { type FieldOrigins, originsOfEvent } from '../completeness.ts';
import { changeFields } from '../fixes.ts';
import type { Sight } from '../Sight.ts';

type Event = DefinitionOf<'event'>;
type Command = DefinitionOf<'command'>;

/** The commands around an event's deciders, the one that most likely leads to it first. */
const commandsAround = (sight: Sight, event: Event): Command[] => {
  const deciders = sight.arrows.into(event.id, 'decider');
  const commands = deciders.flatMap(({ id }) => sight.commandsOf(id));
  const events = deciders.flatMap(({ id }) => sight.eventsOf(id));
  const likely = commands.filter((command) => eventFor(sight.arrows, command, commands, events)?.id === event.id);
  return [...new Set([...likely, ...commands])];
};

const giveIt = (commands: readonly Command[], field: Field): Fix | undefined => {
  const [command] = commands;
  return command && changeFields(`Add ${field.name} to ${command.name}`, command, [...command.fields, field]);
};

const retypeIt = (command: Command, field: Field): Fix => {
  const fields = command.fields.map((own) => (own.name === field.name ? { ...own, type: field.type } : own));
  return changeFields(`Change it in ${command.name}: ${fieldTypeWord(field.type)}`, command, fields.map(withoutMisfit));
};

/** An example of the former type would not fit. */
const withoutMisfit = ({ example: _example, ...field }: Field): Field => field;

const ofField = (sight: Sight, event: Event, { field, origins }: FieldOrigins): Finding[] => {
  const about = {
    severity: 'warning' as const,
    definitionId: event.id,
    place: { kind: 'field' as const, name: field.name },
  };
  if (origins.length === 0) {
    const commands = commandsAround(sight, event);
    if (!commands.some(({ fields }) => fields.length > 0)) return [];
    const message = `Nothing gives ${event.name} its ${field.name}: no command, no earlier event.`;
    return [{ ...about, message, fix: giveIt(commands, field) }];
  }
  const clash = origins.find((origin) => origin.kind === 'command' && !origin.isSameType);
  if (clash?.kind !== 'command' || origins.some((origin) => origin.kind === 'command' && origin.isSameType)) return [];
  const command = recordOf(sight.board.definitions, clash.definitionId);
  if (command?.kind !== 'command') return [];
  const message = `${field.name} has another type in ${command.name} than in ${event.name}.`;
  return [{ ...about, message, fix: retypeIt(command, field) }];
};

const used = /\bevent\.data\.(?<name>[\p{L}_$][\p{L}\p{N}_$]*)/gu;

/** What a read model's code takes from events that none of them has. */
const ofReadModel = (sight: Sight, readModel: DefinitionOf<'read-model'>): Finding[] => {
  const events = sight.arrows.into(readModel.id, 'event');
  if (events.length === 0 || events.some(({ fields }) => fields.length === 0)) return [];
  const known = new Set(events.flatMap(({ fields }) => fields.map(({ name }) => name)));
  return readModel.code.flatMap(({ path, text }) =>
    firstUses(text)
      .filter(([name]) => !known.has(name))
      .map(
        ([name, at]): Finding => ({
          severity: 'warning',
          definitionId: readModel.id,
          place: { kind: 'code', file: path, line: lineAt(text, at) },
          message: `${readModel.name} uses ${name}, which no event that it hears has.`,
        }),
      ),
  );
};

const firstUses = (text: string): [name: string, at: number][] => {
  const uses = new Map<string, number>();
  for (const { groups, index } of text.matchAll(used))
    if (groups?.name !== undefined && !uses.has(groups.name)) uses.set(groups.name, index);
  return [...uses];
};

export const fieldsHaveOrigins: Rule = {
  id: 'G12',
  title: 'Fields that come from nowhere',
  why:
    'Information is never made up: each field of an event comes from its command, from what is remembered or from the ' +
    'clock, and each field of a read model from an event that it hears.',
  lenses: ['design', 'event-modeling'],
  find: (sight) => [
    ...sight
      .placed('event')
      .flatMap((event) => originsOfEvent(sight.arrows, event).flatMap((field) => ofField(sight, event, field))),
    ...sight.placed('read-model').flatMap((readModel) => ofReadModel(sight, readModel)),
  ],
};
