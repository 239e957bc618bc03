import { makesEvents } from '../../contexts/isTranslation.ts';
import type { Definition, DefinitionOf, NoteKind } from '../../definitions.ts';
import type { Finding, Fix, Rule, Severity } from '../Advice.ts';
import { addAfter, addBefore, connectThem } from '../fixes.ts';
import { eventNameFor } from '../names/suggestions.ts';
import { isWorkedOut, type Sight } from '../Sight.ts';

/** What is missing is only worth a warning once the note is more than a sketch. */
const severityFor = (isSerious: boolean): Severity => (isSerious ? 'warning' : 'information');

const atNote = (severity: Severity, { id }: Definition, message: string, fix?: Fix): Finding => ({
  severity,
  definitionId: id,
  place: { kind: 'note' },
  message,
  fix,
});

const fromDesign = ['design', 'process', 'event-modeling'] as const;

/** Whether one of the kinds leads to a definition. */
const isLedToBy = ({ arrows }: Sight, { id }: Definition, ...kinds: NoteKind[]): boolean =>
  kinds.some((kind) => arrows.into(id, kind).length > 0);

const leadsTo = ({ arrows }: Sight, { id }: Definition, ...kinds: NoteKind[]): boolean =>
  kinds.some((kind) => arrows.outOf(id, kind).length > 0);

/** The only decider of a board is meant; among several, or without one, a new one is offered. */
const deciderFix = (sight: Sight, of: Definition, side: 'before' | 'after'): Fix | undefined => {
  const [decider, ...others] = sight.placed('decider');
  if (decider && others.length === 0)
    return side === 'before' ? connectThem(sight, decider, of) : connectThem(sight, of, decider);
  return side === 'before' ? addBefore(sight, of, 'decider') : addAfter(sight, of, 'decider');
};

const hasProducer = (sight: Sight, event: Definition): boolean =>
  isLedToBy(sight, event, 'decider', 'system') ||
  sight.arrows.into(event.id, 'policy').some(makesEvents) ||
  (sight.lens !== 'design' && isLedToBy(sight, event, 'command'));

const producerFix = (sight: Sight, event: Definition): Fix | undefined =>
  sight.lens === 'design' ? deciderFix(sight, event, 'before') : addBefore(sight, event, 'command');

export const eventsHaveProducers: Rule = {
  id: 'G2',
  title: 'Events that nothing makes',
  why: 'An event is the outcome of a decision. Without a decider or an external system that makes it, it never happens.',
  lenses: fromDesign,
  find: (sight) =>
    sight
      .placed('event')
      .filter((event) => !hasProducer(sight, event))
      .map((event) =>
        atNote(
          severityFor(isWorkedOut(event) || leadsTo(sight, event, 'read-model', 'policy')),
          event,
          `Nothing makes ${event.name}.`,
          producerFix(sight, event),
        ),
      ),
};

export const eventsHaveConsumers: Rule = {
  id: 'G3',
  title: 'Events that nobody hears',
  why: 'An event that no read model and no policy hears is kept, but nothing shows it and nothing follows from it.',
  lenses: fromDesign,
  find: (sight) =>
    sight
      .placed('event')
      .filter((event) => hasProducer(sight, event) && !leadsTo(sight, event, 'read-model', 'policy'))
      .map((event) =>
        atNote('information', event, `Nobody hears ${event.name}.`, addAfter(sight, event, 'read-model')),
      ),
};

export const commandsLeadToEvents: Rule = {
  id: 'G4',
  title: 'Commands that lead to nothing',
  why: 'Somebody asks for something, and the answer is an event. A command that can lead to none changes nothing.',
  lenses: fromDesign,
  find: (sight) => [
    ...sight
      .placed('command')
      .filter((command) => !leadsTo(sight, command, 'decider', 'system', 'event'))
      .map((command) =>
        atNote(
          severityFor(isWorkedOut(command)),
          command,
          `${command.name} leads to nothing.`,
          commandFix(sight, command),
        ),
      ),
    ...sight.placed('decider').flatMap((decider) => silentDecider(sight, decider)),
  ],
};

const commandFix = (sight: Sight, command: Definition): Fix | undefined =>
  sight.lens === 'design'
    ? deciderFix(sight, command, 'after')
    : addAfter(sight, command, 'event', eventNameFor(command.name));

const silentDecider = (sight: Sight, decider: DefinitionOf<'decider'>): Finding[] => {
  const commands = sight.commandsOf(decider.id);
  const [command] = commands;
  if (!command || sight.eventsOf(decider.id).length > 0) return [];
  const isSerious = isWorkedOut(decider) || commands.some(isWorkedOut);
  const fix = addAfter(sight, decider, 'event', eventNameFor(command.name));
  return [atNote(severityFor(isSerious), decider, `${decider.name} takes commands but makes no event.`, fix)];
};

export const readModelsAreFedAndRead: Rule = {
  id: 'G6',
  title: 'Read models without a source or a reader',
  why: 'A read model answers a question of somebody, from events. Without events it stays empty; without a reader nobody asked.',
  lenses: fromDesign,
  find: (sight) => sight.placed('read-model').flatMap((readModel) => loneReadModel(sight, readModel)),
};

const loneReadModel = (sight: Sight, readModel: DefinitionOf<'read-model'>): Finding[] => {
  const isRead = leadsTo(sight, readModel, 'actor', 'screen', 'policy');
  if (!isLedToBy(sight, readModel, 'event'))
    return [atNote(severityFor(isRead || isWorkedOut(readModel)), readModel, `${readModel.name} hears no event.`)];
  if (isRead) return [];
  const reader = sight.lens === 'event-modeling' ? 'screen' : 'actor';
  return [atNote('information', readModel, `Nobody reads ${readModel.name}.`, addAfter(sight, readModel, reader))];
};

export const policiesHearAndAsk: Rule = {
  id: 'G7',
  title: 'Policies that hear or ask nothing',
  why: 'A policy is a rule: whenever this happens, then ask for that. Half of it is no rule yet.',
  lenses: fromDesign,
  find: (sight) => sight.placed('policy').flatMap((policy) => halfPolicy(sight, policy)),
};

const halfPolicy = (sight: Sight, policy: DefinitionOf<'policy'>): Finding[] => {
  const hears = isLedToBy(sight, policy, 'event', 'read-model');
  const asks = leadsTo(sight, policy, 'command', ...(makesEvents(policy) ? ['event' as const] : []));
  const heard = sight.lens === 'event-modeling' ? 'read-model' : 'event';
  const isSerious = isWorkedOut(policy);
  return [
    ...(hears
      ? []
      : [
          atNote(
            severityFor(isSerious || asks),
            policy,
            `“${policy.name}” hears nothing.`,
            addBefore(sight, policy, heard),
          ),
        ]),
    ...(asks
      ? []
      : [
          atNote(
            severityFor(isSerious),
            policy,
            `“${policy.name}” asks for nothing.`,
            addAfter(sight, policy, 'command'),
          ),
        ]),
  ];
};
