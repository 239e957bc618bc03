import { describe, expect, it } from 'vitest';
import { type Board, documentFlows, type FieldSource, fieldFlows } from '#model';
import { samples } from '#samples';
import { readCode } from '../../../src/model/reading/readCode.ts';
import { cartWall } from '../support/wall.ts';

const words = (source: FieldSource): string =>
  source.of === 'field' ? `${source.message}.${source.field}` : source.of;

const flowsOf = (board: Board, id: string) => {
  const message = board.definitions[id];
  if (!message || !('fields' in message)) throw new Error(`${id} has no fields.`);
  return fieldFlows(board, message).map(({ field, from, usedBy }) => [
    field,
    from.map(words).join(', '),
    usedBy.map(({ name, line }) => `${name} ${line}`).join(', '),
  ]);
};

describe('where a field comes from and who uses it', () => {
  it('is read from the code of the samples', async () => {
    const { board } = (await samples[0]?.load()) ?? { board: cartWall() };
    expect(flowsOf(board, 'cart-confirmed')).toEqual([
      ['cartId', 'ConfirmCart.cartId', 'CartDetails 22'],
      ['clientId', 'state', 'ClientSummary 19'],
      ['total', 'state', 'ClientSummary 38'],
      ['confirmedAt', 'clock', ''],
    ]);
    expect(flowsOf(board, 'open-cart')).toEqual([
      ['cartId', '', 'ShoppingCart 25'],
      ['clientId', '', 'ShoppingCart 31'],
    ]);
  });

  const withDecide = (value: string): Board => {
    const wall = cartWall();
    const decider = Object.values(wall.definitions).find(({ kind }) => kind === 'decider');
    if (decider?.kind !== 'decider') throw new Error('There is no decider.');
    const text = `export const decide = (command, state) => { switch (command.type) { case 'AddProductItem': {
      ${value}
      return { type: 'ProductItemAdded', data: { cartId: value } }; } } };`;
    const code = [{ path: 'ShoppingCart.ts', text }];
    return { ...wall, definitions: { ...wall.definitions, [decider.id]: { ...decider, code } } };
  };
  const comesFrom = (value: string) => flowsOf(withDecide(value), 'ProductItemAdded')[0]?.[1];

  it('is told once where values are made of each other again and again', () => {
    const doubled = Array.from({ length: 60 }, (_, at) => `const a${at + 1} = a${at}.x + a${at}.y;`).join('\n');
    const value = `const a0 = command.data.cartId + command.data.item; ${doubled} const value = a60 + '';`;
    expect(comesFrom(value)).toBe('AddProductItem.cartId, AddProductItem.item');
  });

  it('is not followed deeper than any field lies', () => {
    const command = cartWall().definitions.AddProductItem;
    if (command?.kind !== 'command') throw new Error('There is no command.');
    const text = `export const decide = (command) => command.data${'.item'.repeat(1_000)};`;
    const { uses } = readCode(text, { events: [], commands: [command], named: new Map(), types: new Map() });
    expect([uses.length, uses.at(-1)?.path.length]).toEqual([19, 20]);
  });

  it('is read from a skeleton where nobody typed any code', () => {
    expect(flowsOf(cartWall(), 'ProductItemAdded').map(([field, from]) => [field, from])).toEqual([
      ['cartId', 'AddProductItem.cartId'],
      ['item', 'AddProductItem.item'],
      ['clientId', 'state'],
      ['reason', ''],
      ['addedAt', 'clock'],
    ]);
  });

  it('is told of documents by the keys that their values are given to', async () => {
    const { board } = (await samples[0]?.load()) ?? { board: cartWall() };
    const flows = documentFlows(board, 'client-summary').map(({ field, from }) => [field, from.map(words).join(', ')]);
    expect(flows).toEqual([
      ['clientId', 'CartOpened.clientId'],
      ['spent', 'CartConfirmed.total'],
    ]);
  });
});
