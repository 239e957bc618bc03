import { expect, it } from 'vitest';
import { nameParts, nameSize } from '../../../src/ui/canvas/nameParts.ts';

it('breaks names between their words and loses nothing of them', () => {
  expect(nameParts('ProductItemAdded')).toEqual(['Product', 'Item', 'Added']);
  expect(nameParts('Who recounts?')).toEqual(['Who ', 'recounts?']);
  expect(nameParts('cart-details.v2')).toEqual(['cart-', 'details.', 'v2']);
  expect(nameParts('購物車')).toEqual(['購物車']);
  expect(nameParts('')).toEqual([]);
});

it('makes letters smaller where a word would not fit the shape', () => {
  expect(nameSize('ProductItemRemoved', 'square')).toBe('base');
  expect(nameSize('Internationalisation', 'square')).toBe('small');
  expect(nameSize('Customer', 'portrait')).toBe('base');
  expect(nameSize('Receptionist', 'portrait')).toBe('small');
});
