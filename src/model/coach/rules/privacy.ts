import { listNamed, textsIn } from '../../code/addToList.ts';
import { scanMeaning } from '../../code/scanCode.ts';
import { lineAt } from '../../code/textOf.ts';
import { isUnheard, ownersOf, privateTo, publicFormsOf, whyUnheard } from '../../contexts/hearing.ts';
import { hearingPublicly, publishing } from '../../contexts/publishing.ts';
import { type DefinitionOf, lenses } from '../../definitions.ts';
import type { Finding, Fix, Rule } from '../Advice.ts';
import type { Sight } from '../Sight.ts';

type Event = DefinitionOf<'event'>;

/** What is public already is heard in its place; else it is published. */
const fixOf = (sight: Sight, event: Event, noteId: string, listener: string): Fix => {
  const [published] = publicFormsOf(sight.arrows, event.id);
  const told = { event, noteId, listeners: [listener] };
  if (published)
    return {
      label: `Hear ${published.name} instead`,
      intents: (newId, board) => hearingPublicly(board, told, published, newId),
    };
  return { label: `Publish ${event.name}`, intents: (newId, board) => publishing(board, told, newId) };
};

const arrowFindings = (sight: Sight): Finding[] =>
  Object.values(sight.board.connections).flatMap(({ id, from, to }): Finding[] => {
    const message = whyUnheard(sight.board, from, to);
    const [event, listener] = [sight.definitionAt(from), sight.definitionAt(to)];
    if (!message || event?.kind !== 'event' || !listener) return [];
    return [
      {
        severity: 'warning',
        definitionId: listener.id,
        place: { kind: 'arrow', connectionId: id },
        message,
        fix: fixOf(sight, event, from, to),
      },
    ];
  });

/** Where the code of a read model lists an event that it does not hear, and no arrow says so. */
const codeFindings = (sight: Sight, readModel: DefinitionOf<'read-model'>, privates: Event[]): Finding[] => {
  const drawn = new Set(sight.arrows.into(readModel.id, 'event').map(({ id }) => id));
  const unheard = privates.filter(({ id }) => !drawn.has(id) && isUnheard(sight.board, id, readModel.id));
  if (unheard.length === 0) return [];
  return readModel.code.flatMap(({ path, text }) => {
    const list = listNamed(scanMeaning(text), 'canHandle');
    const asked = new Set(list ? textsIn(list) : []);
    return unheard
      .filter(({ name }) => asked.has(name))
      .map((event): Finding => {
        const [note, listener] = [sight.noteOf(event.id), sight.noteOf(readModel.id)];
        return {
          severity: 'warning',
          definitionId: readModel.id,
          place: { kind: 'code', file: path, line: lineAt(text, list?.close.start ?? 0) },
          message: `${readModel.name} never hears ${event.name}, which is private to ${ownersOf(sight.board, event.id)}.`,
          fix: note && listener && fixOf(sight, event, note.id, listener.id),
        };
      });
  });
};

export const privateEventsStayHome: Rule = {
  id: 'G14.private',
  title: 'Private events across a border',
  why:
    'What another context hears is a promise to it, and cannot change any more. So a context keeps its events to itself ' +
    'and publishes others that are made for telling: a translation makes a public event of a private one.',
  lenses,
  find: (sight) => {
    const privates = sight.placed('event').filter(({ id }) => privateTo(sight.board, id).size > 0);
    return [
      ...arrowFindings(sight),
      ...sight.placed('read-model').flatMap((readModel) => codeFindings(sight, readModel, privates)),
    ];
  },
};
