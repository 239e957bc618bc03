import { type DefinitionOf, lenses } from '../../definitions.ts';
import type { Finding, Fix, Rule, Severity } from '../Advice.ts';
import { renameTo } from '../fixes.ts';
import { imperativeNameFor, pastNameFor } from '../names/suggestions.ts';
import { baseOf, isPast, isVerb } from '../names/tense.ts';
import { smallWordsOf, wordsOf } from '../names/words.ts';
import { isNamed, type Sight } from '../Sight.ts';

type Message = DefinitionOf<'event' | 'command'>;

const atName = (severity: Severity, definition: Message, message: string, suggestion?: string): Finding => ({
  severity,
  definitionId: definition.id,
  place: { kind: 'note' },
  message,
  fix: renaming(definition, suggestion),
});

const renaming = (definition: Message, suggestion?: string): Fix | undefined =>
  suggestion === undefined || suggestion === definition.name ? undefined : renameTo(definition, suggestion);

const isInPast = (name: string): boolean => wordsOf(name).some(isPast);

/** Where most events have no English past form, people speak another language, and these rules know nothing of it. */
const isInEnglish = (events: readonly Message[]): boolean => {
  const past = events.filter(({ name }) => isInPast(name)).length;
  return events.length < 3 || past * 2 >= events.length;
};

/** Sure where the name is a command's, such as `AddItem`. */
const isImperative = (name: string): boolean => wordsOf(name).length > 1 && isVerb(wordsOf(name)[0] ?? '');

export const eventsInThePast: Rule = {
  id: 'G15.past',
  title: 'Events that are not in the past tense',
  why: 'An event is a fact: it has happened, and nobody can refuse it any more. The past tense says so.',
  lenses,
  find: (sight) => {
    const events = sight.placed('event').filter(isNamed);
    const canDoubt = isInEnglish(events);
    return events
      .filter(({ name }) => !isInPast(name))
      .flatMap((event): Finding[] => {
        const isSure = isImperative(event.name);
        if (!isSure && !canDoubt) return [];
        const message = `${event.name} does not say what happened.`;
        return [atName(isSure ? 'warning' : 'information', event, message, pastNameFor(event.name))];
      });
  },
};

/** Words that look like a past form and begin commands all the same. */
const notPast = new Set(
  (
    'set reset put cut read let hit split shut cast bid feed need embed proceed exceed succeed speed seed shed spread ' +
    'quit offset'
  ).split(' '),
);
/** Words in -ing that are verbs as they stand. */
const notGoing = new Set(['bring', 'ping', 'ring', 'string', 'swing', 'sing', 'fling', 'sling', 'wring']);

const isNoRequest = (name: string): boolean => {
  const [first = '', second] = smallWordsOf(name);
  if (second === undefined) return false;
  return (isPast(first) && !notPast.has(first)) || (first.endsWith('ing') && !notGoing.has(first));
};

/** Two words of which the second is past, such as `ItemAdded`: an event's name on a command. */
const isEventName = (name: string): boolean => {
  const [first = '', last = '', ...more] = smallWordsOf(name);
  return more.length === 0 && last.endsWith('ed') && baseOf(last) !== undefined && !isVerb(first);
};

export const commandsImperative: Rule = {
  id: 'G15.imperative',
  title: 'Commands that ask for nothing',
  why: 'A command is a wish that can be refused: name it as you would ask for it, with the verb first.',
  lenses,
  find: (sight) =>
    sight
      .placed('command')
      .filter(isNamed)
      .filter(({ name }) => isNoRequest(name) || isEventName(name))
      .map((command) =>
        atName('warning', command, `${command.name} reads like a fact, not a wish.`, imperativeNameFor(command.name)),
      ),
};

const divided = /^(?<prefix>[^.:/]+)[.:/]+(?<rest>.+)$/u;

const withoutPrefix = (sight: Sight, event: DefinitionOf<'event'>): string | undefined => {
  const { rest } = divided.exec(event.name)?.groups ?? {};
  if (rest) return rest.trim();
  const [prefix = '', ...others] = event.name.split('_');
  const isStream = sight.arrows
    .into(event.id, 'decider')
    .some(({ name, category }) => [name, category].includes(prefix));
  return isStream && others.length > 0 ? others.join('_') : undefined;
};

export const noStreamPrefix: Rule = {
  id: 'G15.prefix',
  title: 'Events named after their stream',
  why: 'The stream says already where an event belongs. In its name it would be read twice, and be wrong once it moves.',
  lenses,
  find: (sight) =>
    sight.placed('event').flatMap((event): Finding[] => {
      const rest = withoutPrefix(sight, event);
      return rest ? [atName('information', event, `${event.name} names its stream.`, rest)] : [];
    }),
};

const looking = new Set(['viewed', 'displayed', 'shown']);

export const nothingViewed: Rule = {
  id: 'G15.viewed',
  title: 'Events that only say that somebody looked',
  why: 'Looking changes nothing that a rule has to know. Keep it where pages are counted, unless a decision depends on it.',
  lenses,
  find: (sight) =>
    sight
      .placed('event')
      .filter(({ name }) => looking.has(smallWordsOf(name).at(-1) ?? ''))
      .map((event) =>
        atName('information', event, `${event.name} says that somebody looked, not that something changed.`),
      ),
};
