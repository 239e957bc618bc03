import { describe, expect, it } from 'vitest';
import { find, findEvents, fuzzyMatch, mostHits } from '#model';
import { cartWall, edited } from './support/wall.ts';

const event = (position: number, type: string, data: { [key: string]: string }) => ({
  type,
  data,
  metadata: { globalPosition: position, streamName: 'ShoppingCart-cart-1' },
});

const board = edited(
  cartWall(),
  {
    type: 'ChangeCode',
    definitionId: 'ShoppingCart',
    code: [
      { path: 'ShoppingCart.ts', text: 'const limit = 10;\nexport const decide = (command) => [{ quantity: 1 }];' },
    ],
  },
  {
    type: 'AddSpecification',
    specification: {
      id: 'spec',
      subject: 'decider',
      definitionId: 'ShoppingCart',
      name: 'ten is enough',
      given: [],
      when: { type: 'AddProductItem', data: { quantity: 11 } },
      then: { kind: 'refused', message: '' },
    },
  },
);
const events = [event(1, 'CartOpened', { clientId: 'anna' }), event(2, 'ProductItemAdded', { quantity: 'two' })];
const found = (text: string) =>
  [...find(text, board), ...findEvents(text, events)].map(
    (hit) => `${hit.kind} ${hit.kind === 'event' ? hit.position : hit.text}`,
  );

describe('finding a text in a model', () => {
  it('goes through notes, fields, code, specifications and recorded events', () => {
    expect(found('Quantity')).toEqual([
      'field item.quantity',
      'field item.quantity',
      'code export const decide = (command) => [{ quantity: 1 }];',
      'specification ten is enough',
      'event 2',
    ]);
    expect(found('productitem')).toEqual([
      'note AddProductItem',
      'note ProductItemAdded',
      'specification ten is enough',
      'event 2',
    ]);
  });

  it('says the line of code and the part of an event where it stands', () => {
    expect(find('limit', board)).toEqual([
      { kind: 'code', definitionId: 'ShoppingCart', file: 'ShoppingCart.ts', line: 1, text: 'const limit = 10;' },
    ]);
    expect(findEvents('ANNA', events)).toMatchObject([{ kind: 'event', position: 1, text: '{"clientId":"anna"}' }]);
  });

  it('finds nothing of what stands on no wall, and nothing where nothing is looked for', () => {
    expect([found('  '), find('CartDetails', { ...board, notes: {} })]).toEqual([[], []]);
  });

  it('stops where nobody would walk on', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => event(index + 1, 'CartOpened', {}));
    expect(findEvents('opened', many)).toHaveLength(mostHits);
  });
});

describe('a fuzzy match', () => {
  const best = (typed: string, ...texts: string[]) =>
    texts
      .map((text) => ({ text, score: fuzzyMatch(typed, text)?.score ?? Number.NEGATIVE_INFINITY }))
      .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
      .sort((one, other) => other.score - one.score)
      .map(({ text }) => text);

  it('takes pieces of words, first letters, and words in any order', () => {
    expect(best('pia', 'ProductItemAdded', 'CartOpened')).toEqual(['ProductItemAdded']);
    expect(best('file save', 'Save to a file', 'Open a file…')).toEqual(['Save to a file']);
    expect(best('zoom in', 'Zoom in', 'Zoom out')).toEqual(['Zoom in']);
  });

  it('prefers the start of a text, then of a word, then a piece, then scattered letters', () => {
    expect(best('cart', 'ClientAsksRevisionTwice', 'DisCARTed', 'OpenCart', 'CartOpened')).toEqual([
      'CartOpened',
      'OpenCart',
      'DisCARTed',
      'ClientAsksRevisionTwice',
    ]);
  });

  it('says where the letters stand', () => {
    expect(fuzzyMatch('pa', 'ProductItemAdded')?.at).toEqual([0, 11]);
  });
});
