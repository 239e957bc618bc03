import { describe, expect, it } from 'vitest';
import { defaultData, fieldTypeWord, idsAtHand, inputText, type Json, nextReadableId, parseInput } from '#model';
import { fields } from '../support/wall.ts';

const opened = (cartId: string) => ({ type: 'CartOpened', data: { cartId, clientId: 'anna' } });
const added = (cartId: string) => ({ type: 'ProductItemAdded', data: { cartId, item: { productId: 'shoes' } } });
const open = (cartId: string) => ({ type: 'OpenCart', data: { cartId, clientId: 'anna' } });
const add = (cartId: string) => ({ type: 'AddProductItem', data: { cartId, item: { productId: 'shoes' } } });

const openFields = fields('cartId: id(cart), clientId: id(client), note?: text = hello');
const addFields = fields('cartId: id(cart), item: { productId: id = shoes, quantity: number = 2 }, gift: boolean');

const newId = (): string => 'new-id';
const defaults = (type: string, recorded: Parameters<typeof idsAtHand>[1], of = openFields): Json =>
  defaultData(of, idsAtHand(type, recorded, newId));

describe('what a command form holds when it opens', () => {
  const recorded = {
    events: [opened('cart-1'), opened('cart-2'), added('cart-1')],
    commands: [open('cart-1'), open('cart-2'), add('cart-1')],
  };

  it('begins with the first readable ids where nothing is recorded', () => {
    expect(defaults('OpenCart', { events: [], commands: [] })).toEqual({ cartId: 'cart-1', clientId: 'client-1' });
  });

  it('takes a new id where each such command brought one', () => {
    expect(defaults('OpenCart', recorded)).toMatchObject({ cartId: 'cart-3' });
  });

  it('goes on with the id that was used last where the command goes on with something', () => {
    expect(defaults('AddProductItem', recorded, addFields)).toEqual({
      cartId: 'cart-1',
      item: { productId: 'shoes', quantity: 2 },
      gift: false,
    });
  });

  it('does not take an id again that only a refused command has used', () => {
    expect(defaults('OpenCart', { ...recorded, commands: [...recorded.commands, open('cart-7')] })).toMatchObject({
      cartId: 'cart-8',
    });
  });

  it('asks for an id where the field has no prefix', () => {
    expect(defaults('Pay', recorded, fields('paymentId: id'))).toEqual({ paymentId: 'new-id' });
  });

  it('lists the ids in use, the latest first, also those in lists', () => {
    const ids = idsAtHand(
      'X',
      { events: [opened('cart-1'), { type: 'E', data: { carts: ['cart-9'] } }], commands: [] },
      newId,
    );
    expect(fields('cartId: id(cart)').map(ids.knownIds)).toEqual([['cart-9', 'cart-1']]);
  });

  it('fills a list with one item of what is at hand', () => {
    expect(defaults('Group', recorded, fields('carts: id(cart)[], tender: cash | card'))).toEqual({
      carts: ['cart-1'],
      tender: 'cash',
    });
  });
});

describe('readable ids', () => {
  it('counts on from the highest number of their prefix', () => {
    expect(nextReadableId('cart', ['cart-4', 'cart-10', 'cart-x', 'client-99', 'cart-2x'])).toBe('cart-11');
  });
});

describe('what somebody types', () => {
  const typeOf = (type: string) => {
    const [field] = fields(`it: ${type}`);
    return field?.type ?? { kind: 'text' as const };
  };

  it.each([
    ['text', ' as typed ', ' as typed '],
    ['id', ' cart-1 ', 'cart-1'],
    ['number', '-1.5', -1.5],
    ['boolean', 'Yes', true],
    ['date', '2030-05-17', '2030-05-17T00:00:00.000Z'],
    ['date', '2030-05-17T09:30', '2030-05-17T09:30:00.000Z'],
    ['date', '2030-05-17T09:30:00+02:00', '2030-05-17T07:30:00.000Z'],
    ['cash | card', 'card', 'card'],
    ['number[]', '[1, 2]', [1, 2]],
    ['{ a: text }', '{ "a": "b" }', { a: 'b' }],
  ])('becomes a value of type %s', (type, typed, value) => {
    expect(parseInput(typeOf(type), typed)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['id', ' ', 'An id cannot be empty.'],
    ['number', '', 'This should be a number.'],
    ['number', 'many', 'This should be a number.'],
    ['boolean', 'perhaps', 'This should be yes or no.'],
    ['date', 'tomorrow', 'This should be a date such as 2030-05-17.'],
    ['date', '5', 'This should be a date such as 2030-05-17.'],
    ['cash | card', 'gold', 'Choose one of cash, card.'],
    ['number[]', '[1, "2"]', '`it[1]` should be a number.'],
    ['number[]', '[1', 'This should be JSON.'],
  ])('is answered with what is wrong for type %s', (type, typed, message) => {
    expect(parseInput(typeOf(type), typed)).toEqual({ kind: 'problem', message });
  });

  it('can be shown again as it is read', () => {
    const values: [string, Json][] = [
      ['text', 'a'],
      ['number', 3],
      ['boolean', false],
      ['text[]', ['a']],
    ];
    expect(values.map(([type, value]) => parseInput(typeOf(type), inputText(typeOf(type), value)))).toEqual(
      values.map(([, value]) => ({ kind: 'value', value })),
    );
  });

  it('has a word for each type', () => {
    expect(
      ['id[]', 'text[]', 'cash | card', '{ a: text }[][]', 'boolean'].map((type) => fieldTypeWord(typeOf(type))),
    ).toEqual(['list of ids', 'list of text', 'one of cash, card', 'list of lists of objects', 'yes or no']);
  });
});
