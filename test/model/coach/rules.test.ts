import { describe, expect, it } from 'vitest';
import {
  type Advice,
  type Board,
  type BoardIntent,
  type Evidence,
  emptyBoard,
  evolveBoard,
  type Lens,
  mayFollow,
} from '#model';
import { advise } from '../support/advise.ts';
import { add, cartWall, connect, edited, noteOf } from '../support/wall.ts';

const empty = emptyBoard('m', 'Model');
const through = (lens: Lens): BoardIntent => ({ type: 'SetLens', lens });
const codeOf = (definitionId: string, text: string): BoardIntent => ({
  type: 'ChangeCode',
  definitionId,
  code: [{ path: 'code.ts', text }],
});

const of = (rule: string, board: Board, evidence?: Evidence): Advice[] =>
  advise(board, evidence).filter((advice) => advice.rule === rule);
const said = (rule: string, board: Board, evidence?: Evidence): string[] =>
  of(rule, board, evidence).map(({ severity, message }) => `${severity}: ${message}`);

/** The board after the fix of the first advice of a rule. */
const fixed = (rule: string, board: Board): Board => {
  const [advice] = of(rule, board);
  if (!advice?.fix) throw new Error(`Nothing to mend: ${rule}`);
  const taken: string[] = [];
  return edited(board, ...advice.fix.intents(() => `new-${taken.push('')}`, board));
};

const arrowsOf = (board: Board): string[] =>
  Object.values(board.connections).map(({ from, to }) => `${nameOf(board, from)} → ${nameOf(board, to)}`);
const nameOf = (board: Board, noteId: string): string =>
  board.definitions[board.notes[noteId]?.definitionId ?? '']?.name ?? '';

const sketch = (kind: Parameters<typeof add>[0], ...names: string[]) => names.flatMap((name) => add(kind, name));

describe('a beginning', () => {
  it('is not nagged: an empty wall, a few events, a chain drawn from the left', () => {
    const chain = edited(
      empty,
      ...sketch('actor', 'Customer'),
      ...sketch('command', 'OpenCart'),
      ...sketch('decider', 'Cart'),
      connect('Customer', 'OpenCart'),
      connect('OpenCart', 'Cart'),
    );
    const events = edited(empty, ...sketch('event', 'CartOpened', 'CartConfirmed'));
    const warnings = (board: Board) => advise(board).filter(({ severity }) => severity === 'warning');

    expect(advise(empty)).toEqual([]);
    expect([warnings(events), warnings(chain)]).toEqual([[], []]);
    expect(advise(edited(events, through('big-picture')))).toEqual([]);
  });
});

describe('G1, arrows', () => {
  const events = edited(empty, ...sketch('event', 'CartOpened'), ...sketch('command', 'GreetClient'));

  it('puts a policy between an event and a command, in one step', () => {
    const board = edited(events, connect('CartOpened', 'GreetClient'));

    expect(of('G1', board)[0]).toMatchObject({
      severity: 'warning',
      place: { kind: 'arrow', connectionId: 'CartOpened to GreetClient' },
      fix: { label: 'Insert a policy' },
    });
    expect(arrowsOf(fixed('G1', board))).toEqual([
      'CartOpened → Whenever CartOpened, then GreetClient',
      'Whenever CartOpened, then GreetClient → GreetClient',
    ]);
  });

  it('turns an arrow around that is right the other way', () => {
    const board = edited(
      empty,
      ...sketch('event', 'CartOpened'),
      ...sketch('decider', 'Cart'),
      connect('CartOpened', 'Cart'),
    );

    expect(arrowsOf(fixed('G1', board))).toEqual(['Cart → CartOpened']);
  });

  it('puts two notes between two events, and in the big picture finds nothing wrong', () => {
    const board = edited(empty, ...sketch('event', 'Opened', 'Closed'), connect('Opened', 'Closed'));
    const mended = fixed('G1', board);

    expect(of('G1', board)[0]?.fix?.label).toBe('Insert a policy and a command');
    expect(of('G1', mended)).toEqual([]);
    expect(arrowsOf(mended)).toHaveLength(3);
    expect(of('G1', edited(board, through('big-picture')))).toEqual([]);
  });

  it('offers to take away an arrow at a frame', () => {
    const board = edited(empty, ...sketch('event', 'Opened'), ...sketch('frame', 'Sales'), connect('Opened', 'Sales'));

    expect(arrowsOf(fixed('G1', board))).toEqual([]);
  });

  it('wants a read model between event and policy in event modeling', () => {
    const board = edited(
      empty,
      ...sketch('event', 'CartOpened'),
      ...sketch('policy', 'Greeter'),
      connect('CartOpened', 'Greeter'),
    );

    expect(of('G1', board)).toEqual([]);
    expect(of('G1', edited(board, through('event-modeling')))[0]?.fix?.label).toBe('Insert a read model');
  });

  it('mends every arrow that is none of the notation', () => {
    const kinds = ['event', 'command', 'decider', 'policy', 'read-model', 'actor', 'screen'] as const;
    for (const from of kinds)
      for (const to of kinds) {
        if (mayFollow(from, to)) continue;
        const board = edited(empty, ...sketch(from, 'From'), ...sketch(to, 'To'), connect('From', 'To'));
        expect(of('G1', fixed('G1', board)), `${from} → ${to}`).toEqual([]);
      }
  });
});

describe('G2 to G7, what is missing', () => {
  it('is a word by the way while a note is a sketch, and a warning once it has fields or arrows', () => {
    const board = edited(empty, ...add('event', 'CartOpened'), ...add('event', 'CartConfirmed', 'cartId: id'));

    expect(said('G2', board)).toEqual([
      'information: Nothing makes CartOpened.',
      'warning: Nothing makes CartConfirmed.',
    ]);
  });

  it('adds a decider in front of an event, or takes the one that there is', () => {
    const lone = edited(empty, ...add('event', 'CartOpened'));
    const beside = edited(lone, ...sketch('decider', 'Cart'));

    expect(arrowsOf(fixed('G2', lone))).toEqual(['Decider → CartOpened']);
    expect(arrowsOf(fixed('G2', beside))).toEqual(['Cart → CartOpened']);
  });

  it('takes a command for the producer where nobody asks who decides', () => {
    const board = edited(
      empty,
      ...sketch('command', 'OpenCart'),
      ...sketch('event', 'CartOpened'),
      connect('OpenCart', 'CartOpened'),
    );

    expect(said('G2', board)).toEqual(['information: Nothing makes CartOpened.']);
    expect(said('G2', edited(board, through('process')))).toEqual([]);
  });

  it('says of an event without a listener no more than that', () => {
    expect(said('G3', edited(cartWall(), ...sketch('event', 'CartCanceled')))).toEqual([]);
    const unheard = edited(cartWall(), ...sketch('event', 'CartCanceled'), connect('ShoppingCart', 'CartCanceled'));
    expect(said('G3', unheard)).toEqual(['information: Nobody hears CartCanceled.']);
    expect(said('G3', fixed('G3', unheard))).toEqual([]);
  });

  it('leads a command on, and names the event after it', () => {
    const board = edited(
      empty,
      ...add('command', 'OpenCart', 'cartId: id'),
      ...sketch('decider', 'Cart'),
      connect('OpenCart', 'Cart'),
    );

    expect(said('G4', edited(empty, ...add('command', 'OpenCart', 'cartId: id')))).toEqual([
      'warning: OpenCart leads to nothing.',
    ]);
    expect(said('G4', board)).toEqual(['warning: Cart takes commands but makes no event.']);
    expect(arrowsOf(fixed('G4', board))).toEqual(['OpenCart → Cart', 'Cart → CartOpened']);
  });

  it('keeps a command to one decider', () => {
    const board = edited(cartWall(), ...sketch('decider', 'Stock'), connect('OpenCart', 'Stock'));

    expect(said('G5', cartWall())).toEqual([]);
    expect(said('G5', board)).toEqual(['warning: OpenCart goes to ShoppingCart and Stock.']);
    expect(of('G5', fixed('G5', board))).toEqual([]);
  });

  it('asks what feeds a read model, and who reads it', () => {
    const board = edited(empty, ...sketch('read-model', 'CartDetails'), ...sketch('actor', 'Customer'));

    expect(said('G6', board)).toEqual(['information: CartDetails hears no event.']);
    expect(said('G6', edited(board, connect('CartDetails', 'Customer')))).toEqual([
      'warning: CartDetails hears no event.',
    ]);
    expect(said('G6', cartWall())).toEqual(['information: Nobody reads CartDetails.']);
    expect(of('G6', cartWall())[0]?.fix?.label).toBe('Add an actor');
    expect(said('G6', fixed('G6', cartWall()))).toEqual([]);
  });

  it('asks for both halves of a policy', () => {
    const board = edited(
      empty,
      ...sketch('policy', 'Greeter'),
      ...sketch('command', 'GreetClient'),
      connect('Greeter', 'GreetClient'),
    );

    expect(said('G7', edited(empty, ...sketch('policy', 'Greeter')))).toEqual([
      'information: “Greeter” hears nothing.',
      'information: “Greeter” asks for nothing.',
    ]);
    expect(said('G7', board)).toEqual(['warning: “Greeter” hears nothing.']);
    expect(said('G7', fixed('G7', board))).toEqual([]);
  });
});

describe('G8, processes', () => {
  const stateful = 'export const getWorkflowId = (input) => input.data.orderId;';
  const heard = (line: string) =>
    edited(
      empty,
      ...add('event', 'OrderPlaced', 'orderId: id'),
      ...add('event', 'OrderPaid', line),
      ...sketch('policy', 'Fulfilment'),
      codeOf('Fulfilment', stateful),
      connect('OrderPlaced', 'Fulfilment'),
      connect('OrderPaid', 'Fulfilment'),
    );

  it('know by one id which events are theirs', () => {
    expect(said('G8', heard('orderId: id, amount: number'))).toEqual([]);
    expect(said('G8', heard('paymentId: id'))).toEqual([
      'warning: No id stands in every event that “Fulfilment” hears: it cannot tell which of them belong together.',
    ]);
  });

  it('have an end', () => {
    const board = edited(
      empty,
      ...add('event', 'OrderPlaced'),
      ...sketch('policy', 'Fulfilment'),
      codeOf('Fulfilment', stateful),
      connect('OrderPlaced', 'Fulfilment'),
    );

    expect(said('G8', board)).toEqual(['information: “Fulfilment” has a start but hears of no end.']);
  });
});

describe('G10 and G11, specifications', () => {
  const specified = (when: string, events: string[], name = 'Opens'): BoardIntent => ({
    type: 'AddSpecification',
    specification: {
      id: name,
      definitionId: 'ShoppingCart',
      subject: 'decider',
      name,
      given: [],
      when: { type: when, data: { cartId: 'cart-1', clientId: 'anna' } },
      then: {
        kind: 'events',
        events: events.map((type) => ({ type, data: { cartId: 'cart-1', clientId: 'anna', openedAt: '2026-01-01' } })),
      },
    },
  });

  it('speak of messages that are there', () => {
    expect(said('G10', edited(cartWall(), specified('OpenCart', ['CartOpened'])))).toEqual([]);
    expect(said('G10', edited(cartWall(), specified('StartCart', ['CartBegun'])))).toEqual([
      'warning: “Opens” sends StartCart, which ShoppingCart does not take.',
      'warning: “Opens” speaks of CartBegun, which ShoppingCart never makes.',
    ]);
  });

  it('of a policy speak of what it hears, records and asks for', () => {
    const ofPolicy = (when: string, send: string): BoardIntent => ({
      type: 'AddSpecification',
      specification: {
        id: 'greets',
        definitionId: 'Whenever CartOpened, then GreetClient',
        subject: 'policy',
        name: 'Greets',
        given: [],
        when: { type: when, data: { cartId: 'cart-1', clientId: 'anna', openedAt: '2026-01-01' } },
        then: {
          kind: 'outputs',
          outputs: [{ action: 'send', type: send, data: { clientId: 'anna', greetedAt: '2026-01-01' } }],
        },
      },
    });
    expect(said('G10', edited(cartWall(), ofPolicy('CartOpened', 'GreetClient')))).toEqual([]);
    expect(said('G10', edited(cartWall(), ofPolicy('ProductItemAdded', 'OpenCart')))).toEqual([
      'warning: “Greets” sends OpenCart, which Whenever CartOpened, then GreetClient does not ask for.',
      'warning: “Greets” speaks of ProductItemAdded, which Whenever CartOpened, then GreetClient never hears or makes.',
    ]);
  });

  it('follow an event that was renamed', () => {
    const board = edited(cartWall(), specified('OpenCart', ['CartOpened']), {
      type: 'RenameDefinition',
      definitionId: 'CartOpened',
      name: 'CartStarted',
    });

    expect(of('G10', board)[0]?.fix?.label).toBe('Name it CartStarted');
    expect(said('G10', fixed('G10', board))).toEqual([]);
  });

  it('carry data that fits the fields', () => {
    const board = edited(cartWall(), specified('OpenCart', ['CartOpened']), {
      type: 'ChangeFields',
      definitionId: 'CartOpened',
      fields: [{ name: 'cartId', type: { kind: 'number' } }],
    });

    expect(said('G10', board)).toEqual(['information: “Opens”, CartOpened: `cartId` should be a number.']);
  });

  it('show every event and every refusal, once there is one that passes', () => {
    const code = `
      export const decide = (command, state) => {
        if (state.isOpen) throw new IllegalStateError('A cart is opened once.');
        throw new Error(\`There is no product \${command.data.item}\`);
      };`;
    const board = edited(cartWall(), codeOf('ShoppingCart', code), specified('OpenCart', ['CartOpened']));

    expect(said('G11', edited(cartWall(), codeOf('ShoppingCart', code)))).toEqual([]);
    expect(said('G11', board)).toEqual([
      'information: No passing specification of ShoppingCart ends with ProductItemAdded.',
      'information: No passing specification of ShoppingCart is refused with “A cart is opened once.”.',
      'information: No passing specification of ShoppingCart is refused with “There is no product”.',
    ]);
    const failing = {
      streams: new Map(),
      verdicts: { Opens: { kind: 'failed' as const, differences: [], message: '' } },
    };
    expect(said('G11', board, failing)).toEqual([]);
  });
});

describe('G13 and G14', () => {
  it('find a read model that is only fed by what comes after it was read', () => {
    const circle = edited(
      empty,
      ...sketch('read-model', 'ToDo'),
      ...sketch('policy', 'Worker'),
      ...sketch('command', 'DoIt'),
      ...sketch('decider', 'Work'),
      ...sketch('event', 'WorkDone'),
      connect('ToDo', 'Worker'),
      connect('Worker', 'DoIt'),
      connect('DoIt', 'Work'),
      connect('Work', 'WorkDone'),
      connect('WorkDone', 'ToDo'),
    );
    const entered = edited(circle, ...sketch('actor', 'Clerk'), connect('Clerk', 'DoIt'));

    expect(said('G13', circle)).toEqual(['warning: ToDo hears only what happens after it was read.']);
    expect(said('G13', entered)).toEqual([]);
  });

  it('keep a translation to one system', () => {
    const board = edited(
      empty,
      ...sketch('system', 'Bank', 'Post'),
      ...sketch('event', 'MoneyCame', 'ParcelCame'),
      ...sketch('policy', 'Translator'),
      connect('Bank', 'MoneyCame'),
      connect('Post', 'ParcelCame'),
      connect('MoneyCame', 'Translator'),
      connect('ParcelCame', 'Translator'),
    );

    expect(said('G14', board)).toEqual(['information: “Translator” hears events of Bank and Post.']);
  });
});

describe('G16, names and places', () => {
  it('makes one of two that bear a name, with all arrows', () => {
    const board = evolveBoard(edited(cartWall(), ...sketch('event', 'Copy'), connect('ShoppingCart', 'Copy')), {
      type: 'DefinitionRenamed',
      data: { definitionId: 'Copy', from: 'Copy', to: 'CartOpened' },
    });

    expect(said('G16.duplicate', board)).toEqual(['warning: There are two domain events named CartOpened.']);
    const one = fixed('G16.duplicate', board);
    expect(said('G16.duplicate', one)).toEqual([]);
    expect(Object.values(one.notes).filter(({ definitionId }) => definitionId === 'CartOpened')).toHaveLength(2);
    expect(arrowsOf(one).filter((arrow) => arrow === 'ShoppingCart → CartOpened')).toHaveLength(2);
  });

  const placed = (name: string, x: number): BoardIntent => ({
    type: 'MoveNotes',
    moves: [{ noteId: noteOf(name), to: { x, y: 0 } }],
  });

  it('sees two screens in a column and time run backwards, in event modeling alone', () => {
    const board = edited(
      empty,
      ...sketch('screen', 'Menu', 'Checkout'),
      ...sketch('command', 'PlaceOrder'),
      placed('Checkout', 20),
      placed('PlaceOrder', -400),
      connect('Checkout', 'PlaceOrder'),
    );
    const timed = edited(board, through('event-modeling'));

    expect(said('G16.screens', timed)).toEqual(['information: Menu and Checkout stand in one column.']);
    expect(said('G16.backwards', timed)).toEqual([
      'information: The arrow from Checkout to PlaceOrder runs backwards in time.',
    ]);
    expect([...said('G16.screens', board), ...said('G16.backwards', board)]).toEqual([]);
  });
});

describe('what was muted', () => {
  it('is not said at this note any more', () => {
    const board = edited(empty, ...add('event', 'CartOpened'), ...add('event', 'CartClosed'));
    const muted = edited(board, { type: 'MuteAdvice', definitionId: 'CartOpened', rule: 'G2', isMuted: true });

    expect(said('G2', muted)).toEqual(['information: Nothing makes CartClosed.']);
  });
});

describe('G9, experiments', () => {
  it('warns at a read model that came out otherwise, and says nothing of one that did not', () => {
    const board = edited(
      empty,
      ...sketch('event', 'CartOpened'),
      ...add('read-model', 'Carts'),
      connect('CartOpened', 'Carts'),
    );
    const experiments = [
      { readModelId: 'Carts', delivery: 'again' as const, differing: 0 },
      { readModelId: 'Carts', delivery: 'twice' as const, differing: 2 },
      { readModelId: 'gone', delivery: 'shuffled' as const, differing: 1 },
    ];

    expect(said('G9', board, { streams: new Map(), verdicts: {}, experiments })).toEqual([
      'warning: Carts comes out otherwise when events come twice: 2 documents differ.',
    ]);
  });
});
