import { type Board, emptyBoard, type NoteKind, newDefinition, newNote } from '#model';

type Place = { kind: NoteKind; x?: number; y?: number };

/** A board of notes, each its own definition; the ids of both are made of the name. */
export const aBoard = (notes: { [name: string]: Place }, arrows: [from: string, to: string][] = []): Board => ({
  ...emptyBoard('model', 'Model'),
  definitions: Object.fromEntries(
    Object.entries(notes).map(([name, { kind }]) => [`def:${name}`, newDefinition(kind, `def:${name}`, name)]),
  ),
  notes: Object.fromEntries(
    Object.entries(notes).map(([name, { x = 0, y = 0 }]) => [name, newNote(name, `def:${name}`, { x, y })]),
  ),
  connections: Object.fromEntries(arrows.map(([from, to]) => [`${from}>${to}`, { id: `${from}>${to}`, from, to }])),
});

/** The way of one command of a shopping cart, with a second event that it does not touch. */
export const aCartBoard = (): Board =>
  aBoard(
    {
      OpenCart: { kind: 'command' },
      Cart: { kind: 'decider', x: 200 },
      CartOpened: { kind: 'event', x: 460 },
      CartCanceled: { kind: 'event', x: 460, y: 200 },
      CartDetails: { kind: 'read-model', x: 660 },
    },
    [
      ['OpenCart', 'Cart'],
      ['Cart', 'CartOpened'],
      ['Cart', 'CartCanceled'],
      ['CartOpened', 'CartDetails'],
    ],
  );
