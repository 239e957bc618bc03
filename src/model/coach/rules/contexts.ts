import type { BoardIntent, Point } from '../../boardEvents.ts';
import type { Note, NoteKind } from '../../definitions.ts';
import { kindInfo } from '../../grammar.ts';
import { centreOf, type Rectangle } from '../../layout/rectangle.ts';
import type { Finding, Fix, Rule } from '../Advice.ts';
import type { Sight } from '../Sight.ts';

type Context = { frame: Note; area: Rectangle };

const areaOf = (sight: Sight, { x, y, width, height, id }: Note): Rectangle => {
  const size = kindInfo[sight.definitionAt(id)?.kind ?? 'event'].defaultSize;
  return { x, y, width: width ?? size.width, height: height ?? size.height };
};

const isWithin = (point: Point, { x, y, width, height }: Rectangle): boolean =>
  point.x > x && point.x < x + width && point.y > y && point.y < y + height;

/** Frames that hold a decider are contexts; swimlanes and slices are none of this rule's business. */
const contextsOf = (sight: Sight): Context[] => {
  const ofKind = (kind: NoteKind): Note[] =>
    Object.values(sight.board.notes).filter(({ id }) => sight.definitionAt(id)?.kind === kind);
  const deciders = ofKind('decider').map((note) => centreOf(areaOf(sight, note)));
  return ofKind('frame')
    .map((frame) => ({ frame, area: areaOf(sight, frame) }))
    .filter(({ area }) => deciders.some((centre) => isWithin(centre, area)));
};

const isMarked = (sight: Sight, { id }: Note): boolean => {
  const frame = sight.definitionAt(id);
  return frame?.kind === 'frame' && frame.isContext === true;
};

const markContexts = (frames: readonly Note[]): Fix => ({
  label: 'Make both bounded contexts',
  intents: () =>
    frames.map(({ definitionId }): BoardIntent => ({ type: 'MarkContext', definitionId, isContext: true })),
});

export const internalsStayInside: Rule = {
  id: 'leaking-internals',
  title: 'Events that leave their context',
  why:
    'What other contexts hear, they rely on, and it cannot change any more. Give them a public event of their own, ' +
    'made by a translation, and keep the private ones private.',
  lenses: ['process', 'design'],
  find: (sight) => {
    const contexts = contextsOf(sight);
    // Frames that are marked as bounded contexts say so themselves: there an event is not heard across the border.
    if (contexts.length < 2 || contexts.some(({ frame }) => isMarked(sight, frame))) return [];
    const contextOf = (note: Note) => {
      const centre = centreOf(areaOf(sight, note));
      return contexts.find(({ area }) => isWithin(centre, area));
    };
    return Object.values(sight.board.connections).flatMap(({ id, from, to }): Finding[] => {
      const [one, other] = [sight.board.notes[from], sight.board.notes[to]];
      const [event, listener] = [sight.definitionAt(from), sight.definitionAt(to)];
      if (!one || !other || event?.kind !== 'event' || listener?.kind !== 'read-model') return [];
      const [home, abroad] = [contextOf(one), contextOf(other)];
      if (!home || !abroad || home === abroad) return [];
      return [
        {
          severity: 'information',
          definitionId: event.id,
          place: { kind: 'arrow', connectionId: id },
          message: `${listener.name} hears ${event.name} across the border of its context.`,
          fix: markContexts([home.frame, abroad.frame]),
        },
      ];
    });
  },
};
