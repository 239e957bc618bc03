import {
  type Board,
  type BoardEvent,
  type BoardIntent,
  decideBoard,
  emptyBoard,
  evolveBoard,
  type Field,
  fieldsFromLine,
  type NoteKind,
  newDefinition,
  newNote,
} from '#model';

export const decideAll = (intents: BoardIntent[], board: Board): { board: Board; events: BoardEvent[] } => {
  const events: BoardEvent[] = [];
  let present = board;
  for (const intent of intents) {
    const decided = decideBoard(intent, present);
    events.push(...decided);
    present = decided.reduce(evolveBoard, present);
  }
  return { board: present, events };
};

export const edited = (board: Board, ...intents: BoardIntent[]): Board => decideAll(intents, board).board;

export const fields = (line: string): Field[] => {
  const read = fieldsFromLine(line);
  if (read.kind === 'problem') throw new Error(read.message);
  return read.fields;
};

/** One note a definition, told by its name: the id of the definition is the name, that of the note `note of <name>`. */
export const add = (kind: NoteKind, name: string, line?: string): BoardIntent[] => [
  {
    type: 'AddNote',
    definition: newDefinition(kind, name, name),
    note: newNote(noteOf(name), name, { x: 0, y: 0 }),
  },
  ...(line === undefined ? [] : [{ type: 'ChangeFields' as const, definitionId: name, fields: fields(line) }]),
];

export const noteOf = (name: string): string => `note of ${name}`;

export const connect = (from: string, to: string): BoardIntent => ({
  type: 'ConnectNotes',
  connection: { id: `${from} to ${to}`, from: noteOf(from), to: noteOf(to) },
});

/** A small shopping cart: two commands, their events, a decider, a read model, a policy with its command. */
export const cartWall = (): Board =>
  edited(
    emptyBoard('cart', 'Shopping cart'),
    ...add('command', 'OpenCart', 'cartId: id(cart), clientId: id = anna'),
    ...add('command', 'AddProductItem', 'cartId: id(cart), item: { productId: id = shoes, quantity: number = 1 }'),
    ...add('decider', 'ShoppingCart'),
    ...add('event', 'CartOpened', 'cartId: id(cart), clientId: id, openedAt: date'),
    ...add(
      'event',
      'ProductItemAdded',
      'cartId: id(cart), item: { productId: id, quantity: number }, clientId: id, reason?: gift | treat, addedAt: date',
    ),
    ...add('read-model', 'CartDetails'),
    ...add('policy', 'Whenever CartOpened, then GreetClient'),
    ...add('command', 'GreetClient', 'clientId: id, greetedAt: date'),
    connect('OpenCart', 'ShoppingCart'),
    connect('AddProductItem', 'ShoppingCart'),
    connect('ShoppingCart', 'CartOpened'),
    connect('ShoppingCart', 'ProductItemAdded'),
    connect('CartOpened', 'CartDetails'),
    connect('ProductItemAdded', 'CartDetails'),
    connect('CartOpened', 'Whenever CartOpened, then GreetClient'),
    connect('Whenever CartOpened, then GreetClient', 'GreetClient'),
  );
