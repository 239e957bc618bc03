import { lineAt } from '../../code/textOf.ts';
import type { Definition, DefinitionOf, Specification, SpecificationMessage } from '../../definitions.ts';
import { misfits } from '../../fields/misfits.ts';
import { recordOf } from '../../records.ts';
import type { Finding, Fix, Rule } from '../Advice.ts';
import type { Sight } from '../Sight.ts';

type Message = DefinitionOf<'event' | 'command'>;

/** The events that a specification may speak of. */
const eventsFor = ({ arrows, eventsOf }: Sight, { subject, definitionId }: Specification): DefinitionOf<'event'>[] => {
  if (subject === 'decider') return eventsOf(definitionId);
  const heard = arrows.into(definitionId, 'event');
  return subject === 'policy' ? [...new Set([...heard, ...arrows.outOf(definitionId, 'event')])] : heard;
};

const eventsIn = (specification: Specification): SpecificationMessage[] => {
  const { given } = specification;
  switch (specification.subject) {
    case 'decider':
      return [...given, ...(specification.then.kind === 'events' ? specification.then.events : [])];
    case 'read-model':
      return given;
    case 'policy':
      return [
        ...given,
        ...(specification.isDue ? [] : [specification.when]),
        ...specification.then.outputs.filter((output) => output.action === 'record'),
      ];
  }
};

/** The commands that a decider takes, or that a policy asks for. */
const commandsFor = ({ arrows, commandsOf }: Sight, { subject, definitionId }: Specification) => {
  if (subject === 'policy') return arrows.outOf(definitionId, 'command');
  return subject === 'decider' ? commandsOf(definitionId) : [];
};

const commandsIn = (specification: Specification): SpecificationMessage[] => {
  if (specification.subject === 'decider') return [specification.when];
  return specification.subject === 'policy'
    ? specification.then.outputs.filter((output) => output.action === 'send')
    : [];
};

const about = (specification: Specification) => ({
  definitionId: specification.definitionId,
  place: { kind: 'specification' as const, specificationId: specification.id },
});

const unknownMessages = (
  messages: readonly SpecificationMessage[],
  known: readonly Definition[],
): SpecificationMessage[] => messages.filter(({ type }) => !known.some(({ name }) => name === type));

/** The event was renamed since: the specification follows. */
const followFix = (specification: Specification, type: string, events: DefinitionOf<'event'>[]): Fix | undefined => {
  const now = events.find(({ formerNames = [] }) => formerNames.includes(type));
  if (!now) return undefined;
  const renamed = <Message extends { type: string }>(message: Message): Message =>
    message.type === type ? { ...message, type: now.name } : message;
  const changed = withEvents(specification, renamed);
  return {
    label: `Name it ${now.name}`,
    intents: () => [{ type: 'ChangeSpecification', specification: changed }],
  };
};

const withEvents = (
  specification: Specification,
  change: <Message extends { type: string }>(message: Message) => Message,
): Specification => {
  const given = specification.given.map(change);
  switch (specification.subject) {
    case 'decider': {
      const { then } = specification;
      if (then.kind === 'refused') return { ...specification, given };
      return { ...specification, given, then: { ...then, events: then.events.map(change) } };
    }
    case 'read-model':
      return { ...specification, given };
    case 'policy': {
      const { isDue, when, then } = specification;
      const outputs = then.outputs.map((output) => (output.action === 'record' ? change(output) : output));
      return { ...specification, given, when: isDue ? when : change(when), then: { ...then, outputs } };
    }
  }
};

const verbs = { decider: 'makes', 'read-model': 'hears', policy: 'hears or makes' };

const strangers = (sight: Sight, specification: Specification): Finding[] => {
  const events = eventsFor(sight, specification);
  const of = recordOf(sight.board.definitions, specification.definitionId)?.name ?? '';
  const commands = commandsFor(sight, specification);
  const asks = specification.subject === 'policy';
  const verb = verbs[specification.subject];
  const strangeEvents = new Set(unknownMessages(eventsIn(specification), events).map(({ type }) => type));
  return [
    ...unknownMessages(commandsIn(specification), commands).map(
      ({ type }): Finding => ({
        severity: 'warning',
        ...about(specification),
        message: `“${specification.name}” sends ${type}, which ${of} does not ${asks ? 'ask for' : 'take'}.`,
      }),
    ),
    ...[...strangeEvents].map(
      (type): Finding => ({
        severity: 'warning',
        ...about(specification),
        message: `“${specification.name}” speaks of ${type}, which ${of} never ${verb}.`,
        fix: followFix(specification, type, events),
      }),
    ),
  ];
};

const misfitting = (specification: Specification, messages: SpecificationMessage[], known: Message[]): Finding[] =>
  messages.flatMap(({ type, data }): Finding[] => {
    const definition = known.find(({ name }) => name === type);
    const [misfit] = definition && definition.fields.length > 0 ? misfits(definition.fields, data) : [];
    if (!misfit) return [];
    return [
      { severity: 'information', ...about(specification), message: `“${specification.name}”, ${type}: ${misfit.text}` },
    ];
  });

export const specificationsFit: Rule = {
  id: 'G10',
  title: 'Specifications that do not fit the wall',
  why: 'A specification proves something only of the messages that the wall has today.',
  lenses: ['process', 'design', 'event-modeling'],
  find: (sight) =>
    Object.values(sight.board.specifications)
      .filter(({ definitionId }) => sight.noteOf(definitionId))
      .flatMap((specification) => {
        return [
          ...strangers(sight, specification),
          ...misfitting(specification, eventsIn(specification), eventsFor(sight, specification)),
          ...misfitting(specification, commandsIn(specification), commandsFor(sight, specification)),
        ];
      }),
};

/** One that has not run yet is given the benefit of the doubt. */
const mayPass = ({ evidence }: Sight, { id }: Specification): boolean => {
  const verdict = recordOf(evidence.verdicts, id);
  return verdict === undefined || verdict === 'running' || verdict.kind === 'passed';
};

const thrown = /\bthrow\s+(?:new\s+[\w.]+\s*\(\s*)?(?<quote>['"`])(?<text>(?:\\.|(?!\k<quote>).)*)\k<quote>/gu;

type Refusal = { words: string; file: string; line: number };

/** The refusals that stand in the code, with their words up to what a template fills in; the first of each. */
const refusalsIn = ({ code }: DefinitionOf<'decider'>): Refusal[] => {
  const all = code.flatMap(({ path, text }) =>
    [...text.matchAll(thrown)].map(({ groups, index }) => ({
      words: (groups?.text ?? '').split('${')[0]?.trim() ?? '',
      file: path,
      line: lineAt(text, index),
    })),
  );
  return all.filter(({ words }, at) => words !== '' && all.findIndex((other) => other.words === words) === at);
};

const unshown = (sight: Sight, decider: DefinitionOf<'decider'>): Finding[] => {
  const own = Object.values(sight.board.specifications).filter(
    (specification) => specification.definitionId === decider.id && mayPass(sight, specification),
  );
  if (own.length === 0) return [];
  const shown = new Set(own.flatMap(({ then }) => (then.kind === 'events' ? then.events.map(({ type }) => type) : [])));
  const refused = own.flatMap(({ then }) => (then.kind === 'refused' ? [then.message] : []));
  const isShown = (words: string) => refused.some((message) => message.includes(words) || words.includes(message));
  const at = { severity: 'information' as const, definitionId: decider.id, place: { kind: 'note' as const } };
  return [
    ...sight
      .eventsOf(decider.id)
      .filter(({ name }) => !shown.has(name))
      .map(({ name }) => ({ ...at, message: `No passing specification of ${decider.name} ends with ${name}.` })),
    ...refusalsIn(decider)
      .filter(({ words }) => !isShown(words))
      .map(({ words, file, line }) => ({
        ...at,
        place: { kind: 'code' as const, file, line },
        message: `No passing specification of ${decider.name} is refused with “${words}”.`,
      })),
  ];
};

export const everythingIsSpecified: Rule = {
  id: 'G11',
  title: 'What no specification shows',
  why: 'Each event and each refusal is a rule of the business: an example for each says what was meant, for good.',
  lenses: ['design'],
  find: (sight) => sight.placed('decider').flatMap((decider) => unshown(sight, decider)),
};
