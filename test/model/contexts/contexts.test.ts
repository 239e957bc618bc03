import { describe, expect, it } from 'vitest';
import {
  arrowsOf,
  type Board,
  type BoardIntent,
  decideBoard,
  decideBoardAll,
  evolveBoard,
  hasSameProgram,
  inverse,
  isPublic,
  privateTo,
  programOf,
} from '#model';
import { advise } from '../support/advise.ts';
import { contextWall, withCode } from '../support/contextWall.ts';
import { add, connect, edited, noteOf } from '../support/wall.ts';

const translate =
  'export const translate = (event) => ({ type: "OrderPlaced", data: { orderId: event.data.orderId } });';

const published = (): Board =>
  edited(
    withCode(
      edited(contextWall(), ...add('policy', 'Tell others'), ...add('event', 'OrderPlaced', 'orderId: id(order)'), {
        type: 'MoveNotes',
        moves: [
          { noteId: noteOf('Tell others'), to: { x: 40, y: 220 } },
          { noteId: noteOf('OrderPlaced'), to: { x: 300, y: 220 } },
        ],
      }),
      'Tell others',
      translate,
    ),
    connect('OrderConfirmed', 'Tell others'),
    connect('Tell others', 'OrderPlaced'),
    connect('OrderPlaced', 'ParcelsToPack'),
  );

const moved = (board: Board, name: string, x: number, y = 60): Board =>
  edited(board, { type: 'MoveNotes', moves: [{ noteId: noteOf(name), to: { x, y } }] });

const unmarked = (board: Board, definitionId: string): Board =>
  edited(board, { type: 'MarkContext', definitionId, isContext: false });

const namesOf = (board: Board, eventId: string) => [...privateTo(board, eventId)].map(({ name }) => name);
const deafnessOf = (board: Board) => programOf(board).readModels.map(({ deafTo }) => deafTo);
const ruleOf = (board: Board) => advise(board).filter(({ rule }) => rule === 'G14.private');

describe('an event', () => {
  it('is private to the bounded context that it is made in', () => {
    expect(namesOf(contextWall(), 'OrderConfirmed')).toEqual(['Orders']);
    expect(deafnessOf(contextWall())).toEqual([['OrderConfirmed']]);
  });

  it('is heard under no former name either', () => {
    const board = edited(contextWall(), {
      type: 'RenameDefinition',
      definitionId: 'OrderConfirmed',
      name: 'OrderAgreed',
    });

    expect(deafnessOf(board)).toEqual([['OrderAgreed', 'OrderConfirmed']]);
  });

  it('is at home where it is made, wherever else it is shown', () => {
    const board = edited(contextWall(), {
      type: 'PlaceNote',
      note: { id: 'second', definitionId: 'OrderConfirmed', x: 820, y: 220 },
    });

    expect(namesOf(board, 'OrderConfirmed')).toEqual(['Orders']);
  });

  it.each<[string, Board]>([
    ['one context alone', unmarked(contextWall(), 'Shipping')],
    ['frames that are no contexts', unmarked(unmarked(contextWall(), 'Shipping'), 'Orders')],
    ['a listener outside of every context', moved(contextWall(), 'ParcelsToPack', 1600)],
    ['an event outside of every context', moved(contextWall(), 'OrderConfirmed', 630)],
    ['both in one context', moved(contextWall(), 'ParcelsToPack', 400, 220)],
    [
      'an event of an external system',
      edited(contextWall(), ...add('system', 'Shop'), connect('Shop', 'OrderConfirmed')),
    ],
  ])('is heard by everybody: %s', (_, board) => {
    expect(deafnessOf(board)).toEqual([undefined]);
    expect(ruleOf(board)).toEqual([]);
  });

  it('is public where a translation publishes it, in the stream of its context', () => {
    const board = published();

    expect(isPublic(arrowsOf(board), 'OrderPlaced')).toBe(true);
    expect(isPublic(arrowsOf(board), 'OrderConfirmed')).toBe(false);
    expect(programOf(board).policies).toMatchObject([
      { hears: ['OrderConfirmed'], publishes: { stream: 'public/Orders', types: ['OrderPlaced'] } },
    ]);
    expect(deafnessOf(board)).toEqual([['OrderConfirmed']]);
  });

  it('that is private elsewhere does not reach a policy', () => {
    const board = edited(contextWall(), ...add('policy', 'Whenever'), {
      type: 'MoveNotes',
      moves: [{ noteId: noteOf('Whenever'), to: { x: 900, y: 220 } }],
    });
    const listening = edited(board, connect('OrderConfirmed', 'Whenever'));

    expect(programOf(listening).policies).toMatchObject([{ hears: [] }]);
  });
});

describe('the program', () => {
  it('is another one once a note lies in another context, and the same while it moves within its own', () => {
    const board = contextWall();

    expect(hasSameProgram(moved(board, 'ParcelsToPack', 1000), board)).toBe(true);
    expect(hasSameProgram(moved(board, 'ParcelsToPack', 400, 220), board)).toBe(false);
  });
});

describe('a frame', () => {
  it('is made a context and back in one step of undo', () => {
    const board = contextWall();
    const [event] = decideBoard({ type: 'MarkContext', definitionId: 'Orders', isContext: false }, board);
    if (!event) throw new Error('Nothing was decided.');
    const without = evolveBoard(board, event);

    expect(without.definitions.Orders).toEqual({ id: 'Orders', kind: 'frame', name: 'Orders' });
    expect(inverse(event, without).events.reduce(evolveBoard, without)).toEqual(board);
  });
});

describe('an arrow across the border', () => {
  it('is advised against, with the reason', () => {
    expect(ruleOf(contextWall())).toMatchObject([
      {
        severity: 'warning',
        message: 'OrderConfirmed is private to Orders: ParcelsToPack of Shipping hears public events only.',
        fix: { label: 'Publish OrderConfirmed' },
      },
    ]);
  });

  it('is refused in strict mode', () => {
    const strict = edited(contextWall(), { type: 'SetStrictness', isStrict: true }, ...add('read-model', 'Parcels'), {
      type: 'MoveNotes',
      moves: [{ noteId: noteOf('Parcels'), to: { x: 900, y: 220 } }],
    });

    expect(() => edited(strict, connect('OrderConfirmed', 'Parcels'))).toThrow('OrderConfirmed is private to Orders');
  });

  it('is refused among several intents too, by contexts that one of them marks', () => {
    const arrow = connect('OrderConfirmed', 'ParcelsToPack');
    const unmarkedWall = unmarked(unmarked(contextWall(), 'Shipping'), 'Orders');
    const unarrowed = edited(unmarkedWall, ...add('read-model', 'Parcels'), {
      type: 'RemoveNotes',
      noteIds: [],
      connectionIds: ['OrderConfirmed to ParcelsToPack'],
    });
    const intents: BoardIntent[] = [
      { type: 'SetStrictness', isStrict: true },
      connect('OrderConfirmed', 'Parcels'),
      ...['Orders', 'Shipping'].map(
        (definitionId): BoardIntent => ({ type: 'MarkContext', definitionId, isContext: true }),
      ),
      arrow,
    ];

    expect(() => decideBoardAll(intents, unarrowed)).toThrow('OrderConfirmed is private to Orders');
  });

  it('is led to what is public already', () => {
    expect(ruleOf(published()).map(({ fix }) => fix?.label)).toEqual(['Hear OrderPlaced instead']);
  });

  it('is found in the code of a read model that lists the event', () => {
    const board = edited(contextWall(), {
      type: 'RemoveNotes',
      noteIds: [],
      connectionIds: ['OrderConfirmed to ParcelsToPack'],
    });
    const listed = withCode(board, 'ParcelsToPack', "\nexport const canHandle = ['OrderConfirmed'];\n");

    expect(ruleOf(board)).toEqual([]);
    expect(ruleOf(listed)).toMatchObject([
      {
        place: { kind: 'code', line: 2 },
        message: 'ParcelsToPack never hears OrderConfirmed, which is private to Orders.',
        fix: { label: 'Publish OrderConfirmed' },
      },
    ]);
  });
});
