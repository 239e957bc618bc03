import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardEvent,
  type BoardIntent,
  BoardRefusal,
  decideBoard,
  emptyBoard,
  evolveBoard,
  evolveBoardAll,
} from '#model';
import { intents } from './support/randomEdits.ts';
import { add, cartWall, connect, decideAll, edited, noteOf } from './support/wall.ts';

const refusal = (intent: BoardIntent, board: Board): string => {
  try {
    decideBoard(intent, board);
    return 'not refused';
  } catch (error) {
    if (error instanceof BoardRefusal) return error.message;
    throw error;
  }
};

/** The events of a sequence; intents that make no sense when their turn comes are left out. */
const decided = (board: Board, wanted: BoardIntent[]): BoardEvent[] => {
  const events: BoardEvent[] = [];
  let present = board;
  for (const intent of wanted) {
    try {
      const next = decideBoard(intent, present);
      events.push(...next);
      present = next.reduce(evolveBoard, present);
    } catch (error) {
      if (!(error instanceof BoardRefusal)) throw error;
    }
  }
  return events;
};

const trying = (board: Board, wanted: BoardIntent[]): Board => evolveBoardAll(board, decided(board, wanted));

/** Ids that something refers to and that are not there. */
const dangling = ({ notes, definitions, connections, specifications }: Board): string[] => [
  ...Object.values(notes).flatMap(({ definitionId }) => (definitions[definitionId] ? [] : [definitionId])),
  ...Object.values(connections).flatMap(({ from, to }) => [from, to].filter((id) => !notes[id])),
  ...Object.values(specifications).flatMap(({ definitionId }) => (definitions[definitionId] ? [] : [definitionId])),
];

describe('deciding on a board', () => {
  it('adds a note together with what it shows', () => {
    const { events, board } = decideAll(add('event', 'CartOpened'), emptyBoard('m', 'Model'));
    expect(events.map(({ type }) => type)).toEqual(['DefinitionAdded', 'NoteAdded']);
    expect(board.notes[noteOf('CartOpened')]).toEqual({
      id: noteOf('CartOpened'),
      definitionId: 'CartOpened',
      x: 0,
      y: 0,
    });
  });

  it('removes with a note its arrows, and with the last note of a definition all that is said of it', () => {
    const board = edited(cartWall(), {
      type: 'AddSpecification',
      specification: {
        id: 's',
        subject: 'decider',
        definitionId: 'ShoppingCart',
        name: 'Opens',
        given: [],
        when: { type: 'OpenCart', data: {} },
        then: { kind: 'refused', message: '' },
      },
    });
    const events = decideBoard({ type: 'RemoveNotes', noteIds: [noteOf('ShoppingCart')] }, board);
    expect(events.map(({ type }) => type)).toEqual([
      'NotesDisconnected',
      'NotesDisconnected',
      'NotesDisconnected',
      'NotesDisconnected',
      'NoteRemoved',
      'SpecificationRemoved',
      'DefinitionRemoved',
    ]);
  });

  it('keeps a definition that still stands in another place', () => {
    const board = edited(cartWall(), { type: 'PlaceNote', note: { id: 'n2', definitionId: 'CartOpened', x: 9, y: 9 } });
    const after = edited(board, { type: 'RemoveNotes', noteIds: [noteOf('CartOpened')] });
    expect(after.definitions.CartOpened).toBe(board.definitions.CartOpened);
  });

  it('decides nothing where the board is that way already', () => {
    const board = cartWall();
    const already: BoardIntent[] = [
      { type: 'NameModel', name: ' Shopping cart ' },
      { type: 'SetStorageEncoding', storeAsJson: true },
      { type: 'RenameDefinition', definitionId: 'CartOpened', name: 'CartOpened' },
      { type: 'MoveNotes', moves: [{ noteId: noteOf('CartOpened'), to: { x: 0, y: 0 } }] },
      { type: 'RemoveNotes', noteIds: ['gone'] },
      { type: 'SwitchPolicy', definitionId: 'Whenever CartOpened, then GreetClient', isOn: true },
      connect('OpenCart', 'ShoppingCart'),
    ];
    expect(already.flatMap((intent) => decideBoard(intent, board))).toEqual([]);
  });

  it('refuses in sentences', () => {
    const board = cartWall();
    expect([
      refusal({ type: 'RenameDefinition', definitionId: 'OpenCart', name: '  ' }, board),
      refusal({ type: 'RenameDefinition', definitionId: 'gone', name: 'Name' }, board),
      refusal({ type: 'ConnectNotes', connection: { id: 'c', from: 'a', to: 'a' } }, board),
      refusal({ type: 'ConnectNotes', connection: { id: 'c', from: noteOf('OpenCart'), to: 'gone' } }, board),
      refusal({ type: 'NameStreams', definitionId: 'ShoppingCart', naming: { category: 'a-b', idField: 'id' } }, board),
      refusal({ type: 'ChangeFields', definitionId: 'ShoppingCart', fields: [] }, board),
      refusal({ type: 'SwitchPolicy', definitionId: 'OpenCart', isOn: true }, board),
      refusal({ type: 'FillBoard', board }, board),
    ]).toEqual([
      'A command needs a name.',
      'What you want to change is no longer on the wall.',
      'An arrow leads from one note to another.',
      'One of the two notes is no longer on the wall.',
      'The category of streams is one word without a hyphen.',
      'Only commands and events have fields.',
      'OpenCart is not a policy.',
      'A whole model can only be put on an empty wall.',
    ]);
  });

  it('fills an empty board with a whole model, but for what hangs in the air', () => {
    const model = cartWall();
    const damaged: Board = {
      ...model,
      notes: { ...model.notes, stray: { id: 'stray', definitionId: 'gone', x: 0, y: 0 } },
      connections: { ...model.connections, loose: { id: 'loose', from: 'stray', to: noteOf('OpenCart') } },
    };
    expect(edited(emptyBoard('cart', ''), { type: 'FillBoard', board: damaged })).toEqual(model);
  });

  it('names the streams of a decider with its first name, and never again', () => {
    const named = edited(
      emptyBoard('m', 'Model'),
      ...add('decider', 'Decider'),
      { type: 'RenameDefinition', definitionId: 'Decider', name: 'Shopping cart' },
      { type: 'RenameDefinition', definitionId: 'Decider', name: 'Basket' },
    );
    expect(named.definitions.Decider).toMatchObject({ name: 'Basket', category: 'ShoppingCart' });
  });

  it('leaves the streams alone where events are stored in them', () => {
    const named = edited(emptyBoard('m', 'Model'), ...add('decider', 'Decider'), {
      type: 'RenameDefinition',
      definitionId: 'Decider',
      name: 'ShoppingCart',
      hasStreams: true,
    });
    expect(named.definitions.Decider).toMatchObject({ category: 'Decider' });
  });

  it('keeps the former names of an event, under which it may be stored', () => {
    const rename = (name: string): BoardIntent => ({ type: 'RenameDefinition', definitionId: 'CartOpened', name });
    expect(edited(cartWall(), rename('Opened'), rename('CartStarted')).definitions.CartOpened).toMatchObject({
      name: 'CartStarted',
      formerNames: ['CartOpened', 'Opened'],
    });
  });

  it('takes ids that are names of inherited members for what they are', () => {
    const board = emptyBoard('m', 'Model');
    expect(refusal({ type: 'RenameDefinition', definitionId: 'constructor', name: 'A' }, board)).toBe(
      'What you want to change is no longer on the wall.',
    );
    expect(Object.keys(edited(board, ...add('event', 'toString')).definitions)).toEqual(['toString']);
  });

  it('changes only the records that an event touches', () => {
    const board = cartWall();
    const after = edited(board, { type: 'MoveNotes', moves: [{ noteId: noteOf('OpenCart'), to: { x: 5, y: 5 } }] });
    expect(after.notes[noteOf('CartOpened')]).toBe(board.notes[noteOf('CartOpened')]);
    expect(after.definitions).toBe(board.definitions);
  });

  it('comes to the same where many events are folded at once, and leaves the board before as it was', () => {
    fc.assert(
      fc.property(fc.array(intents, { maxLength: 30 }), fc.array(intents, { maxLength: 30 }), (earlier, later) => {
        const before = trying(emptyBoard('m', 'Model'), earlier);
        const copy = structuredClone(before);
        const events = decided(before, later);
        expect(evolveBoardAll(before, events)).toEqual(events.reduce(evolveBoard, before));
        expect(before).toEqual(copy);
      }),
    );
  });

  it('never loses its integrity, whatever is wanted of it', () => {
    fc.assert(
      fc.property(fc.array(intents, { maxLength: 60 }), (wanted) => {
        expect(dangling(trying(emptyBoard('m', 'Model'), wanted))).toEqual([]);
      }),
    );
  });

  it('keeps its integrity where intents are decided again on what another tab has made of the board', () => {
    const sequence = fc.array(intents, { maxLength: 30 });
    fc.assert(
      fc.property(sequence, sequence, sequence, (before, mine, theirs) => {
        const common = trying(emptyBoard('m', 'Model'), before);
        trying(common, mine);
        expect(dangling(trying(trying(common, theirs), mine))).toEqual([]);
      }),
    );
  });

  it('comes to the same where an intent is decided twice', () => {
    fc.assert(
      fc.property(fc.array(intents, { maxLength: 30 }), intents, (before, wanted) => {
        const once = trying(trying(emptyBoard('m', 'Model'), before), [wanted]);
        expect(trying(once, [wanted])).toEqual(once);
      }),
    );
  });
});
