import { expect, it } from 'vitest';
import { namePieces, nameSize } from '../../../src/model/drawing/namePieces.ts';

it('breaks names between their words and loses nothing of them', () => {
  expect(namePieces('ShoppingCartOfGuests', 'decider')).toEqual(['Shopping', 'Cart', 'Of', 'Guests']);
  expect(namePieces('Who recounts?', 'hotspot')).toEqual(['Who ', 'recounts?']);
  expect(namePieces('cart-details.v2', 'read-model')).toEqual(['cart-', 'details.', 'v2']);
  expect(namePieces('購物車', 'read-model')).toEqual(['購物車']);
  expect(namePieces('', 'actor')).toEqual([]);
});

it('keeps the verb of a command or an event on a line of its own where the rest fits beside it', () => {
  expect(namePieces('RemoveProductItem', 'command')).toEqual(['Remove', 'ProductItem']);
  expect(namePieces('ProductItemRemoved', 'event')).toEqual(['ProductItem', 'Removed']);
  expect(namePieces('GroupCheckoutEndedOpen', 'event')).toEqual(['Group', 'Checkout', 'Ended', 'Open']);
});

it('makes letters smaller where a word would not fit the shape', () => {
  expect(nameSize('ProductItemRemoved', 'event')).toBe('base');
  expect(nameSize('Internationalisation', 'event')).toBe('small');
  expect(nameSize('Customer', 'actor')).toBe('base');
  expect(nameSize('Receptionist', 'actor')).toBe('small');
});
