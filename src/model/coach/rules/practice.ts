import type { DefinitionOf, Field } from '../../definitions.ts';
import { lenses } from '../../definitions.ts';
import { categoryOf } from '../../streamNames.ts';
import type { Finding, Rule } from '../Advice.ts';
import { pastOf } from '../names/tense.ts';
import { smallWordsOf } from '../names/words.ts';
import type { Sight } from '../Sight.ts';

type Event = DefinitionOf<'event'>;

const about = (event: { id: string }, message: string): Finding => ({
  severity: 'information',
  definitionId: event.id,
  place: { kind: 'note' },
  message,
});

const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
};

const isIdentity = ({ type }: Field): boolean => type.kind === 'id' || type.kind === 'date';
const contentOf = ({ fields }: { fields: Field[] }): Field[] => fields.filter((field) => !isIdentity(field));

const setting = new Set(['changed', 'updated', 'modified', 'set', 'edited']);

/** `CustomerEmailChanged` is of `customer`; what changes of a thing by more than one word is told apart by its last. */
const subjectOfProperty = (event: Event): string | undefined => {
  const words = smallWordsOf(event.name);
  if (words.length < 3 || !setting.has(words.at(-1) ?? '') || contentOf(event).length > 1) return undefined;
  return words.slice(0, -2).join(' ');
};

export const noPropertySourcing: Rule = {
  id: 'property-sourcing',
  title: 'An event for each property',
  why: 'Which field changed is what a database knows. What happened is what the business knows: why did somebody change it?',
  lenses,
  find: (sight) =>
    groupsOf(sight.placed('event'), subjectOfProperty)
      .filter(({ length }) => length > 1)
      .flatMap((group) =>
        group.map((event) => about(event, `${event.name} says which property changed, not what happened.`)),
      ),
};

const crud = new Set(['created', 'updated', 'deleted', 'inserted', 'modified', 'saved']);

const thingOfCrud = ({ name }: Event): string | undefined => {
  const words = smallWordsOf(name);
  return words.length > 1 && crud.has(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : undefined;
};

export const noCrudNames: Rule = {
  id: 'crud-names',
  title: 'Created, updated, deleted',
  why: 'These words fit any table. Ask what the people there say: registered, corrected, moved, closed?',
  lenses,
  find: (sight) =>
    groupsOf(sight.placed('event'), thingOfCrud)
      .filter((group) => group.some(({ name }) => /(?:updated|modified|saved)$/iu.test(name)) && group.length > 1)
      .flatMap((group) => group.map((event) => about(event, `${event.name} is a row in a table, not a fact.`))),
};

const stateful = new Set(['state', 'snapshot', 'oldState', 'newState', 'previousState', 'currentState', 'entity']);
const manyFields = 6;
const nearlyAll = 0.8;

/** Events that carry nearly everything that their decider ever says, where more than one does. */
const carriers = (sight: Sight, decider: DefinitionOf<'decider'>): Event[] => {
  const events = sight.eventsOf(decider.id).filter(({ fields }) => fields.length > 0);
  const all = new Set(events.flatMap((event) => contentOf(event).map(({ name }) => name)));
  if (events.length < 3 || all.size < manyFields) return [];
  const heavy = events.filter((event) => contentOf(event).length >= all.size * nearlyAll);
  return heavy.length > 1 ? heavy : [];
};

export const noStateObsession: Rule = {
  id: 'state-obsession',
  title: 'Events that carry the whole state',
  why: 'An event says what changed. Carrying everything along hides that, and every later field has to go into all of them.',
  lenses: ['design', 'event-modeling'],
  find: (sight) => {
    const named = sight.placed('event').filter(({ fields }) => fields.some(({ name }) => stateful.has(name)));
    const heavy = sight.placed('decider').flatMap((decider) => carriers(sight, decider));
    return [...new Set([...named, ...heavy])].map((event) =>
      about(event, `${event.name} carries the state rather than what changed.`),
    );
  },
};

/** Whether an event is named as what comes of a command: `ConfirmCart`, `CartConfirmed`. */
const isAnswerTo = (event: Event, command: DefinitionOf<'command'>): boolean => {
  const [verb = '', ...rest] = smallWordsOf(command.name);
  return rest.length > 0 && smallWordsOf(event.name).join(' ') === [...rest, pastOf(verb)].join(' ');
};

export const noClickbait: Rule = {
  id: 'clickbait',
  title: 'Events that only carry an id',
  why: 'An event that names a thing and says nothing of it makes everybody ask back, and the answer may have changed by then.',
  lenses: ['design', 'event-modeling'],
  find: (sight) =>
    sight.placed('decider').flatMap((decider) =>
      sight.eventsOf(decider.id).flatMap((event): Finding[] => {
        if (event.fields.length === 0 || contentOf(event).length > 0) return [];
        const command = sight.commandsOf(decider.id).find((one) => isAnswerTo(event, one));
        const lost = command ? contentOf(command) : [];
        if (lost.length === 0) return [];
        const names = lost.map(({ name }) => name).join(', ');
        return [about(event, `${event.name} keeps nothing of what ${command?.name} brings: ${names}.`)];
      }),
    ),
};

const demanding = new Set(['requested', 'required', 'needed', 'demanded']);

/** What a policy asks of other deciders than the one that made the event. */
const orders = ({ arrows }: Sight, event: Event): string[] => {
  const makers = new Set(arrows.into(event.id, 'decider').map(({ id }) => id));
  return arrows
    .outOf(event.id, 'policy')
    .flatMap(({ id }) => arrows.outOf(id, 'command'))
    .filter(({ id }) => arrows.outOf(id, 'decider').some((decider) => !makers.has(decider.id)))
    .map(({ name }) => name);
};

/** Somebody really asked: a person's command stands behind the event. */
const isAskedByPeople = (sight: Sight, event: Event): boolean =>
  sight.arrows
    .into(event.id, 'decider')
    .flatMap(({ id }) => sight.commandsOf(id))
    .some((command) => isAnswerTo(event, command));

export const noPassiveAggression: Rule = {
  id: 'passive-aggressive',
  title: 'Events that are commands in disguise',
  why: 'Saying “it is required” and meaning one certain listener is an order. Send the command, or say what really happened.',
  lenses: ['process', 'design', 'event-modeling'],
  find: (sight) =>
    sight.placed('event').flatMap((event): Finding[] => {
      const [order] = orders(sight, event);
      const isDemand = demanding.has(smallWordsOf(event.name).at(-1) ?? '');
      if (!isDemand || !order || isAskedByPeople(sight, event)) return [];
      return [about(event, `${event.name} means ${order}.`)];
    }),
};

/** Beyond this, a stream is no single story of one thing any more. */
const longStream = 100;

export const streamsEnd: Rule = {
  id: 'endless-streams',
  title: 'Streams that grow without end',
  why: 'Every decision reads its stream from the start. Find the natural end of the story (a day, a shift, a term) and begin anew there.',
  lenses: ['design'],
  find: (sight) => {
    const long = [...sight.evidence.streams].filter(([, length]) => length >= longStream);
    return sight.placed('decider').flatMap((decider) => {
      const own = long.filter(([stream]) => categoryOf(stream) === decider.category);
      const [longest] = own.toSorted(([, one], [, other]) => other - one);
      return longest ? [about(decider, `The stream ${longest[0]} has ${longest[1]} events.`)] : [];
    });
  },
};
