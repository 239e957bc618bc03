import { describe, expect, it } from 'vitest';
import { fieldsFromText, isManyFields, lineOfFields } from '#model';

const lineOf = (text: string): string => {
  const read = fieldsFromText(text);
  return read.kind === 'fields' ? lineOfFields(read.fields) : `${read.message} ${read.at}`;
};

describe('fields from what somebody brings along', () => {
  it.each([
    ['productId: id, quantity: number = 1, notes?: text', 'productId: id, quantity: number = 1, notes?: text'],
    ['productId: id\nquantity: number = 1\n\nnotes?: text\n', 'productId: id, quantity: number = 1, notes?: text'],
    [
      'export type Item = {\n  /** Of the shop. */\n  productId: string;\n  readonly quantity: number; // pieces\n  tender:\n    | \'card\'\n    | "cash";\n  at: Date;\n};',
      'productId: text, quantity: number, tender: card | cash, at: date',
    ],
    [
      'interface Order {\n  item: {\n    productId: string;\n    tags: string[];\n  };\n  lines: [\n    { price: number }\n  ];\n}',
      'item: { productId: text, tags: text[] }, lines: { price: number }[]',
    ],
    [
      '{ "cartId": "cart-1", "quantity": 2, "isGift": false, "openedAt": "2026-03-02T09:00:00.000Z", "lines": [{ "price": 5 }], "note": null }',
      'cartId: id = cart-1, quantity: number = 2, isGift: boolean = false, openedAt: date = 2026-03-02T09:00:00.000Z, lines: { price: number = 5 }[], note: text',
    ],
    ['lines: [number], of: [{ a: text }]', 'lines: number[], of: { a: text }[]'],
  ])('%s', (text, line) => {
    expect(lineOf(text)).toBe(line);
  });

  it('says where one line goes wrong', () => {
    expect(fieldsFromText('a: text, b: numbr')).toMatchObject({ kind: 'problem', at: 17 });
    expect(fieldsFromText('{ "__proto__x": 1, "": 2 }')).toEqual({
      kind: 'problem',
      message: 'A field needs a name.',
      at: 0,
    });
  });

  it('is more than a name', () => {
    expect(['quantity', 'two words', 'a: text', 'a\nb', '{}'].map(isManyFields)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
