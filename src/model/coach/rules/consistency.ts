import type { Definition, DefinitionOf, Field } from '../../definitions.ts';
import { isProcessCode } from '../../processes/isProcess.ts';
import { sharedIdField } from '../../skeletons/mergedFields.ts';
import type { Finding, Rule } from '../Advice.ts';
import { removeArrows } from '../fixes.ts';
import type { Sight } from '../Sight.ts';

/** Deciders that a command reaches, along its arrow or through events that it leads to straight. */
const decidersOf = ({ arrows }: Sight, commandId: string): DefinitionOf<'decider'>[] => [
  ...new Set([
    ...arrows.outOf(commandId, 'decider'),
    ...arrows.outOf(commandId, 'event').flatMap(({ id }) => arrows.into(id, 'decider').slice(0, 1)),
  ]),
];

const arrowsTo = (sight: Sight, from: string, targets: readonly Definition[]): string[] => {
  const ids = new Set(targets.map(({ id }) => id));
  return Object.values(sight.board.connections)
    .filter((arrow) => sight.definitionAt(arrow.from)?.id === from && ids.has(sight.definitionAt(arrow.to)?.id ?? ''))
    .map(({ id }) => id);
};

export const oneDeciderACommand: Rule = {
  id: 'G5',
  title: 'Commands that change two streams',
  why:
    'One command, one decision, one stream: only then it is stored whole or not at all. What concerns a second decider ' +
    'follows by a policy.',
  lenses: ['design'],
  find: (sight) =>
    sight.placed('command').flatMap((command): Finding[] => {
      const [kept, ...others] = decidersOf(sight, command.id);
      if (!kept || others.length === 0) return [];
      const straight = arrowsTo(sight, command.id, others);
      return [
        {
          severity: 'warning',
          definitionId: command.id,
          place: { kind: 'note' },
          message: `${command.name} goes to ${[kept, ...others].map(({ name }) => name).join(' and ')}.`,
          fix: straight.length > 0 ? removeArrows(`Send it to ${kept.name} alone`, straight) : undefined,
        },
      ];
    }),
};

/** Who schedules messages hears of an end by and by. */
const schedules = ({ code }: DefinitionOf<'policy'>): boolean => code.some(({ text }) => text.includes("'Schedule'"));

/** A process manager passes over events without its id, so it may be missing in some of them. */
const namesItsOwn = ({ code }: DefinitionOf<'policy'>, events: readonly DefinitionOf<'event'>[]): boolean =>
  isProcessCode(code) &&
  sharedIdField(events.map((event) => ({ ...event, fields: event.fields.map(asRequired) }))) !== undefined;

const asRequired = ({ optional: _, ...field }: Field): Field => field;

const decidersHeard = ({ arrows }: Sight, events: readonly Definition[]): number =>
  new Set(events.flatMap(({ id }) => arrows.into(id, 'decider'))).size;

const processFindings = (sight: Sight, policy: DefinitionOf<'policy'>): Finding[] => {
  const events = sight.arrows.into(policy.id, 'event');
  const isStateful = isProcessCode(policy.code);
  if (!isStateful && decidersHeard(sight, events) < 2) return [];
  const about = { definitionId: policy.id, place: { kind: 'note' as const } };
  if (isStateful && events.length < 2 && !schedules(policy))
    return [{ severity: 'information', ...about, message: `“${policy.name}” has a start but hears of no end.` }];
  if (events.some(({ fields }) => fields.length === 0) || sharedIdField(events) || namesItsOwn(policy, events))
    return [];
  return [
    {
      severity: isStateful ? 'warning' : 'information',
      ...about,
      message: `No id stands in every event that “${policy.name}” hears: it cannot tell which of them belong together.`,
    },
  ];
};

export const processesCorrelate: Rule = {
  id: 'G8',
  title: 'Processes that lose their thread',
  why: 'A process begins with an event, ends with another, and knows by one field which events are its own.',
  lenses: ['design'],
  find: (sight) => sight.placed('policy').flatMap((policy) => processFindings(sight, policy)),
};

export const oneSystemATranslation: Rule = {
  id: 'G14',
  title: 'Translations that read several systems',
  why: 'Each foreign system speaks its own language. One translation for each keeps a change of theirs in one place.',
  lenses: ['process', 'design', 'event-modeling'],
  find: (sight) =>
    sight.placed('policy').flatMap((policy): Finding[] => {
      const systems = new Set(
        sight.arrows.into(policy.id, 'event').flatMap(({ id }) => sight.arrows.into(id, 'system')),
      );
      if (systems.size < 2) return [];
      const names = [...systems].map(({ name }) => name).join(' and ');
      const message = `“${policy.name}” hears events of ${names}.`;
      return [{ severity: 'information', definitionId: policy.id, place: { kind: 'note' }, message }];
    }),
};
