import { type Arrows, arrowsOf } from '../arrows.ts';
import type { Board, Definition, DefinitionOf, NoteKind } from '../definitions.ts';
import { recordOf } from '../records.ts';
import { storedNames } from '../storedNames.ts';
import { contextsOf } from './contextsOf.ts';
import { isTranslationCode } from './isTranslation.ts';

type Event = DefinitionOf<'event'>;
type Context = DefinitionOf<'frame'>;

/** Public is what a translation publishes, and what comes from an external system. */
export const isPublic = (arrows: Arrows, eventId: string): boolean =>
  arrows.into(eventId, 'policy').some(({ code }) => isTranslationCode(code)) ||
  arrows.into(eventId, 'system').length > 0;

/** The contexts of a definition's notes; none where one of them lies outside of all. */
type Homes = ReadonlyMap<string, ReadonlySet<Context>>;

const nowhere: ReadonlySet<Context> = new Set();
const known = new WeakMap<Board, Homes>();

const makers: readonly NoteKind[] = ['command', 'decider', 'policy'];

/** An event that stands in several places is at home where it is made. */
const homesIn = (board: Board): Homes => {
  const before = known.get(board);
  if (before) return before;
  const contexts = contextsOf(board);
  const homes = new Map<string, Set<Context>>();
  known.set(board, homes);
  if (contexts.size === 0) return homes;
  const kindAt = (noteId: string): NoteKind | undefined =>
    recordOf(board.definitions, recordOf(board.notes, noteId)?.definitionId ?? '')?.kind;
  const made = new Set(
    Object.values(board.connections).flatMap(({ from, to }) => (makers.includes(kindAt(from) ?? 'frame') ? [to] : [])),
  );
  const isMadeSomewhere = new Set([...made].map((noteId) => recordOf(board.notes, noteId)?.definitionId));
  const outside = new Set<string>();
  for (const { id, definitionId } of Object.values(board.notes)) {
    if (kindAt(id) === 'event' && isMadeSomewhere.has(definitionId) && !made.has(id)) continue;
    const context = contexts.get(id);
    if (context) homes.set(definitionId, (homes.get(definitionId) ?? new Set()).add(context));
    else outside.add(definitionId);
  }
  for (const definitionId of outside) homes.delete(definitionId);
  return homes;
};

/** The contexts that an event is private to; none where it is public, or made outside of every context. */
export const privateTo = (board: Board, eventId: string): ReadonlySet<Context> =>
  isPublic(arrowsOf(board), eventId) ? nowhere : (homesIn(board).get(eventId) ?? nowhere);

/** Whether a read model or policy does not hear an event, as that is private to another context. */
export const isUnheard = (board: Board, eventId: string, listenerId: string): boolean => {
  const listening = homesIn(board).get(listenerId) ?? nowhere;
  if (listening.size === 0) return false;
  const own = privateTo(board, eventId);
  return own.size > 0 && ![...own].some((context) => listening.has(context));
};

/** Types, present and former, of the events of the wall that a read model or policy does not hear. */
export const unheardTypes = (board: Board, listenerId: string): string[] => {
  if (!homesIn(board).has(listenerId)) return [];
  const events = arrowsOf(board).placed.filter((definition): definition is Event => definition.kind === 'event');
  const [unheard, heard] = [true, false].map((is) =>
    events.filter(({ id }) => isUnheard(board, id, listenerId) === is),
  );
  // A name that another event bears by now is that one's.
  const taken = new Set(heard?.map(({ name }) => name));
  return (unheard ?? []).flatMap(storedNames).filter((name) => !taken.has(name));
};

const namesOf = (contexts: Iterable<Definition>): string => [...contexts].map(({ name }) => name).join(' and ');

/** Names of the contexts that an event is private to, for a sentence. */
export const ownersOf = (board: Board, eventId: string): string => namesOf(privateTo(board, eventId));

/** Why who stands at the end of an arrow does not hear the event at its beginning; nothing where it does. */
export const whyUnheard = (board: Board, from: string, to: string): string | undefined => {
  const [event, listener] = [from, to].map((noteId) =>
    recordOf(board.definitions, recordOf(board.notes, noteId)?.definitionId ?? ''),
  );
  if (event?.kind !== 'event' || (listener?.kind !== 'read-model' && listener?.kind !== 'policy')) return undefined;
  if (!isUnheard(board, event.id, listener.id)) return undefined;
  return `${event.name} is private to ${ownersOf(board, event.id)}: ${listener.name} of ${namesOf(
    homesIn(board).get(listener.id) ?? [],
  )} hears public events only.`;
};

const publicCategory = 'public';

/** The stream of what a translation publishes, called as the context is that its events come from. */
export const publicStreamOf = (board: Board, translationId: string): string => {
  const sources = arrowsOf(board).into(translationId, 'event');
  const homes = [...sources.map(({ id }) => id), translationId].flatMap((id) => [...(homesIn(board).get(id) ?? [])]);
  return [publicCategory, ...homes.slice(0, 1).map(({ name }) => name)].join('/');
};

/** Whether a stream holds what translations publish; it belongs to no decider. */
export const isPublicStream = (stream: string): boolean => stream.split('/')[0] === publicCategory;

/** The public events that translations make of an event. */
export const publicFormsOf = (arrows: Arrows, eventId: string): Event[] =>
  arrows
    .outOf(eventId, 'policy')
    .filter(({ code }) => isTranslationCode(code))
    .flatMap(({ id }) => arrows.outOf(id, 'event'));
