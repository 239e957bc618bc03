import { describe, expect, it } from 'vitest';
import { type Board, isFarReaching, isMentioned, planRename, type Rename, renameAlone, renameIntents } from '#model';
import { add, cartWall, connect, edited } from '../support/wall.ts';

const code = (board: Board, definitionId: string, text: string): Board =>
  edited(board, { type: 'ChangeCode', definitionId, code: [{ path: 'code.ts', text }] });

/** The text of a module after a rename with all that is sure. */
const textAfter = (board: Board, definitionId: string, rename: Rename): string => {
  const plan = planRename(board, rename);
  const placeIds = new Set(plan.places.filter(({ isSure }) => isSure).map(({ id }) => id));
  const definition = edited(board, ...renameIntents(board, rename, plan, { placeIds })).definitions[definitionId];
  return definition && 'code' in definition ? (definition.code[0]?.text ?? '') : '';
};

const note = (definitionId: string, to: string): Rename => ({ kind: 'definition', definitionId, to });
const field = (definitionId: string, path: string, to: string): Rename => ({
  kind: 'field',
  definitionIds: definitionId.split(' '),
  path: path.split('.'),
  to,
});

/** Renames in code of the decider that is handed in as `before`. */
const inDecider = (before: string, rename: Rename): string =>
  textAfter(code(cartWall(), 'ShoppingCart', before), 'ShoppingCart', rename);
const inReadModel = (before: string, rename: Rename): string =>
  textAfter(code(cartWall(), 'CartDetails', before), 'CartDetails', rename);

const began = note('CartOpened', 'CartBegun');

describe('the name of an event in code', () => {
  it.each([
    ["switch (event.type) { case 'CartOpened': break; }", "switch (event.type) { case 'CartBegun': break; }"],
    ['return { type: "CartOpened", data };', 'return { type: "CartBegun", data };'],
    ["const is = (e) => e.type === 'CartOpened';", "const is = (e) => e.type === 'CartBegun';"],
    ["const is = (e) => 'CartOpened' === e.type;", "const is = (e) => 'CartBegun' === e.type;"],
    ["type: again ? 'ProductItemAdded' : 'CartOpened',", "type: again ? 'ProductItemAdded' : 'CartBegun',"],
    ["const canHandle = ['CartOpened', 'ProductItemAdded'];", "const canHandle = ['CartBegun', 'ProductItemAdded'];"],
    ['const on = { CartOpened: a, ProductItemAdded: b };', 'const on = { CartBegun: a, ProductItemAdded: b };'],
    ["type Opened = Event<'CartOpened', { cartId: string }>;", "type Opened = Event<'CartBegun', { cartId: string }>;"],
    ["type Opened = Extract<E, { type: 'CartOpened' }>;", "type Opened = Extract<E, { type: 'CartBegun' }>;"],
    ['return { type: `CartOpened` };', "return { type: 'CartBegun' };"],
  ])('%s', (before, after) => {
    expect(inDecider(before, began)).toBe(after);
  });

  it('stays in comments, in longer texts, in patterns and in templates', () => {
    const text = [
      "// case 'CartOpened'",
      "/* type: 'CartOpened' */",
      "const a = 'CartOpened is a fact';",
      "const b = /'CartOpened'/u;",
      'const c = `type: CartOpened`;',
      "const d = 4 / 2; const e = 'x' /* 'CartOpened' */;",
    ].join('\n');
    expect(inDecider(text, began)).toBe(text);
    expect(planRename(code(cartWall(), 'ShoppingCart', text), began).places).toEqual([]);
  });

  it('is found within a template, where code stands in it', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code itself holds a template
    const before = "const a = `${event.type === 'CartOpened' ? `${1}` : '}'}`; const b = { type: 'CartOpened' };";
    expect(inDecider(before, began)).toBe(before.replaceAll('CartOpened', 'CartBegun'));
  });

  it('is offered, not taken, where a text may say something else', () => {
    const text = "const status = 'CartOpened';\nswitch (cart.status) { case 'CartOpened': break; }";
    const { places } = planRename(code(cartWall(), 'ShoppingCart', text), began);
    expect(places.map(({ line, isSure, after }) => ({ line, isSure, after }))).toEqual([
      { line: 1, isSure: false, after: "const status = 'CartBegun';" },
      { line: 2, isSure: false, after: "switch (cart.status) { case 'CartBegun': break; }" },
    ]);
  });

  it('takes the type of the note along', () => {
    const before =
      "import type { CartOpened, ShoppingCartEvent } from '#model';\nconst a = (event: CartOpened): CartOpened[] => [event];";
    expect(inReadModel(before, began)).toBe(before.replaceAll('CartOpened', 'CartBegun'));
  });
});

describe('the types of a decider that is called otherwise', () => {
  const basket = note('ShoppingCart', 'Basket');

  it('follow wherever the code speaks of them; the person’s own types stay', () => {
    expect(
      inDecider(
        "import type { ShoppingCartCommand, ShoppingCartEvent } from '#model';\ntype ShoppingCart = {};\nlet a: ShoppingCartEvent | Other.ShoppingCartEvent;",
        basket,
      ),
    ).toBe(
      "import type { BasketCommand, BasketEvent } from '#model';\ntype ShoppingCart = {};\nlet a: BasketEvent | Other.ShoppingCartEvent;",
    );
  });

  it('come in under their old names where the new one is taken', () => {
    expect(
      inDecider("import type { ShoppingCartEvent } from '#model';\ntype BasketEvent = ShoppingCartEvent;", basket),
    ).toBe("import type { BasketEvent as ShoppingCartEvent } from '#model';\ntype BasketEvent = ShoppingCartEvent;");
  });
});

const header = "import type { ShoppingCartEvent, ShoppingCartCommand, CartOpened } from '#model';\n";
const clientInCode = field('CartOpened', 'clientId', 'customerId');

describe('a field of an event in code', () => {
  it.each([
    [
      "const evolve = (cart, event) => { switch (event.type) { case 'CartOpened': return event.data.clientId; case 'ProductItemAdded': return event.data.clientId; } };",
      "const evolve = (cart, event) => { switch (event.type) { case 'CartOpened': return event.data.customerId; case 'ProductItemAdded': return event.data.clientId; } };",
    ],
    [
      "function evolve(cart, { type, data }) { switch (type) { case 'CartOpened': return data.clientId; } }",
      "function evolve(cart, { type, data }) { switch (type) { case 'CartOpened': return data.customerId; } }",
    ],
    [
      "const evolve = (cart, event) => { if (event.type === 'CartOpened') { const { clientId } = event.data; return clientId; } return cart; };",
      "const evolve = (cart, event) => { if (event.type === 'CartOpened') { const { customerId: clientId } = event.data; return clientId; } return cart; };",
    ],
    [
      "const evolve = (cart, event) => { if (event.type !== 'CartOpened') return cart; const { data } = event; return data?.clientId ?? data['clientId']; };",
      "const evolve = (cart, event) => { if (event.type !== 'CartOpened') return cart; const { data } = event; return data?.customerId ?? data.customerId; };",
    ],
    [
      "const decide = (command) => ({ type: 'CartOpened', data: { clientId, cartId: command.data.clientId } });",
      "const decide = (command) => ({ type: 'CartOpened', data: { customerId: clientId, cartId: command.data.clientId } });",
    ],
    [
      `${header}const told = ({ data: { clientId = '' } }: CartOpened) => clientId;`,
      `${header}const told = ({ data: { customerId: clientId = '' } }: CartOpened) => clientId;`,
    ],
    [
      `${header}const told = (opened: Extract<ShoppingCartEvent, { type: 'CartOpened' }>) => opened.data.clientId;`,
      `${header}const told = (opened: Extract<ShoppingCartEvent, { type: 'CartOpened' }>) => opened.data.customerId;`,
    ],
    [
      `${header}const told = (opened: CartOpened[]) => opened.map((one) => one.data.clientId);`,
      `${header}const told = (opened: CartOpened[]) => opened.map((one) => one.data.customerId);`,
    ],
    [
      "type E = { type: 'CartOpened'; data: { clientId: string; cartId: string } };\nconst a = (e: E) => e.data.clientId;",
      "type E = { type: 'CartOpened'; data: { customerId: string; cartId: string } };\nconst a = (e: E) => e.data.customerId;",
    ],
  ])('%s', (before, after) => {
    expect(inDecider(before, clientInCode)).toBe(after);
  });

  it('is not taken for a field of the state, of another thing, or of a parameter that hides the event', () => {
    const text = `${header}const evolve = (cart: { clientId: string }, event: CartOpened) => {
  const own = (event: { data: { clientId: string } }) => event.data.clientId;
  return { ...cart, clientId: cart.clientId, note: 'clientId', own };
};`;
    expect(inDecider(text, clientInCode)).toBe(text);
  });

  it('is found within an object and in the items of a list', () => {
    const before =
      "const evolve = (cart, event) => { if (event.type === 'ProductItemAdded') { const { item } = event.data; return item.quantity + event.data.item.quantity; } return 0; };";
    expect(inDecider(before, field('ProductItemAdded', 'item.quantity', 'pieces'))).toBe(
      before.replaceAll('quantity', 'pieces'),
    );
  });

  it('is written in brackets where its new name is no word', () => {
    const before = `${header}const told = (opened: CartOpened) => opened.data.clientId;`;
    expect(inDecider(before, field('CartOpened', 'clientId', 'client-id'))).toBe(
      `${header}const told = (opened: CartOpened) => opened.data['client-id'];`,
    );
  });

  it('is offered, not taken, where an event that keeps it may be meant as well', () => {
    const board = code(cartWall(), 'CartDetails', 'export const getDocumentId = (event) => event.data.clientId;');
    expect(planRename(board, clientInCode)).toMatchObject({
      places: [{ line: 1, isSure: false }],
      alike: [{ name: 'OpenCart' }, { name: 'ProductItemAdded' }, { name: 'GreetClient' }],
    });
    expect(planRename(board, field('CartOpened ProductItemAdded', 'clientId', 'customerId'))).toMatchObject({
      places: [{ isSure: true, after: 'export const getDocumentId = (event) => event.data.customerId;' }],
    });
  });

  it('says which lines bring it along under its old name', () => {
    const text = `const decide = (command) => {
  switch (command.type) {
    case 'OpenCart':
      return { type: 'CartOpened', data: { ...command.data, openedAt: '' } };
  }
};`;
    const board = code(cartWall(), 'ShoppingCart', text);
    expect(planRename(board, clientInCode).byHand).toEqual([
      {
        definitionId: 'ShoppingCart',
        name: 'ShoppingCart',
        file: 'code.ts',
        line: 4,
        text: "return { type: 'CartOpened', data: { ...command.data, openedAt: '' } };",
      },
    ]);
    expect(planRename(board, field('CartOpened OpenCart', 'clientId', 'customerId')).byHand).toEqual([]);
  });
});

describe('a rename beside the code', () => {
  const specified = edited(cartWall(), {
    type: 'AddSpecification',
    specification: {
      id: 's',
      subject: 'decider',
      definitionId: 'ShoppingCart',
      name: 'adds',
      given: [{ type: 'CartOpened', data: { cartId: 'cart-1', clientId: 'anna', openedAt: '2030-01-01' } }],
      when: { type: 'AddProductItem', data: { cartId: 'cart-1', item: { productId: 'shoes', quantity: 1 } } },
      then: { kind: 'events', events: [{ type: 'CartOpened', data: {} }] },
    },
  });

  it('names messages in specifications anew', () => {
    const plan = planRename(specified, began);
    expect(plan.specifications).toEqual([{ specificationId: 's', name: 'adds' }]);
    const after = edited(specified, ...renameIntents(specified, began, plan, { placeIds: new Set() }));
    expect(after.specifications.s).toMatchObject({
      given: [{ type: 'CartBegun' }],
      then: { events: [{ type: 'CartBegun' }] },
    });
  });

  it('names what a policy hears, records and sends in its specifications anew', () => {
    const ofPolicy = edited(cartWall(), {
      type: 'AddSpecification',
      specification: {
        id: 'p',
        subject: 'policy',
        definitionId: 'Whenever CartOpened, then GreetClient',
        name: 'greets',
        given: [{ type: 'CartOpened', data: {} }],
        when: { type: 'CartOpened', data: {} },
        then: {
          kind: 'outputs',
          outputs: [
            { action: 'record', type: 'CartOpened', data: {} },
            { action: 'send', type: 'CartOpened', data: {} },
            { action: 'complete' },
          ],
        },
      },
    });
    const after = edited(
      ofPolicy,
      ...renameIntents(ofPolicy, began, planRename(ofPolicy, began), { placeIds: new Set() }),
    );
    expect(after.specifications.p).toMatchObject({
      given: [{ type: 'CartBegun' }],
      when: { type: 'CartBegun' },
      then: { outputs: [{ type: 'CartBegun' }, { action: 'send', type: 'CartOpened' }, { action: 'complete' }] },
    });
  });

  it('names keys of data in specifications anew, in their place', () => {
    const rename = field('AddProductItem', 'item.quantity', 'pieces');
    const plan = planRename(specified, rename);
    const after = edited(specified, ...renameIntents(specified, rename, plan, { placeIds: new Set() }));
    expect(JSON.stringify(after.specifications.s)).toContain('"item":{"productId":"shoes","pieces":1}');
    expect(after.definitions.AddProductItem).toMatchObject({
      fields: [{ name: 'cartId' }, { type: { fields: [{ name: 'productId' }, { name: 'pieces' }] } }],
    });
  });

  it('lets streams be found by the field’s new name once all commands of the decider have it', () => {
    const naming = { category: 'ShoppingCart', idField: 'cartId' };
    const board = edited(cartWall(), { type: 'NameStreams', definitionId: 'ShoppingCart', naming });
    expect(planRename(board, field('OpenCart', 'cartId', 'basketId')).streams).toEqual([]);
    expect(planRename(board, field('OpenCart AddProductItem', 'cartId', 'basketId')).streams).toEqual([
      { definitionId: 'ShoppingCart', name: 'ShoppingCart', naming: { ...naming, idField: 'basketId' } },
    ]);
  });

  it('is the note’s own business where nothing else knows the name', () => {
    expect(isMentioned(cartWall(), 'CartOpened')).toBe(false);
    expect(isFarReaching(planRename(cartWall(), began))).toBe(false);
    expect(renameAlone(cartWall(), began)).toEqual([
      { type: 'RenameDefinition', definitionId: 'CartOpened', name: 'CartBegun', hasStreams: false },
    ]);
    expect(isMentioned(specified, 'CartOpened')).toBe(true);
  });

  it('leaves code alone that means another note of the same name', () => {
    const twice = edited(
      cartWall(),
      ...add('decider', 'Other'),
      ...add('event', 'Twin'),
      { type: 'RenameDefinition', definitionId: 'Twin', name: 'CartOpened' },
      connect('Other', 'Twin'),
    );
    const board = code(twice, 'Other', "return { type: 'CartOpened' };");
    expect(planRename(board, began).places).toEqual([]);
    expect(planRename(board, note('Twin', 'OtherOpened')).places).toHaveLength(1);
  });
});
