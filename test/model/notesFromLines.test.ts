import { describe, expect, it } from 'vitest';
import { notesFromLines } from '#model';

const kinds = (text: string) => notesFromLines(text).map(({ kind, name }) => `${kind}: ${name}`);

describe('lines of a text become notes', () => {
  it('of the kind that their names speak of', () => {
    expect(
      kinds(
        [
          'CartOpened',
          'Product item added',
          'OrderPaid',
          'PaymentMade',
          'TemperatureSetByGuest',
          'MarkInvoicePaid',
          'OpenCart',
          'add a product',
          'ConfirmShoppingCart',
          'Whenever CartOpened, then GreetClient',
          'Who may cancel?',
          'ShoppingCart',
        ].join('\n'),
      ),
    ).toEqual([
      'event: CartOpened',
      'event: Product item added',
      'event: OrderPaid',
      'event: PaymentMade',
      'event: TemperatureSetByGuest',
      'command: MarkInvoicePaid',
      'command: OpenCart',
      'command: add a product',
      'command: ConfirmShoppingCart',
      'policy: Whenever CartOpened, then GreetClient',
      'hotspot: Who may cancel?',
      'hotspot: ShoppingCart',
    ]);
  });

  it('of the kind that stands before a colon, in words or as a letter', () => {
    expect(
      kinds(
        'event: Something\nE: Else\nRead model: Carts\nread-model: Open carts\nAggregate: Cart\n?: why\nNote: this',
      ),
    ).toEqual([
      'event: Something',
      'event: Else',
      'read-model: Carts',
      'read-model: Open carts',
      'decider: Cart',
      'hotspot: why',
      'hotspot: Note: this',
    ]);
  });

  it('without the signs of a list, and none for empty lines', () => {
    expect(kinds('- CartOpened\r\n\r\n  * CartConfirmed\n3. CartCanceled\n- [x] CartExpired\n---\n')).toEqual([
      'event: CartOpened',
      'event: CartConfirmed',
      'event: CartCanceled',
      'event: CartExpired',
    ]);
  });

  it('up to a number and a length that a wall can bear', () => {
    const notes = notesFromLines(`${'x'.repeat(5_000)}\n${'CartOpened\n'.repeat(5_000)}`);
    expect(notes).toHaveLength(200);
    expect(notes[0]?.name).toHaveLength(160);
  });
});
