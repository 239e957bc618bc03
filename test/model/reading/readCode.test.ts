import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/model/reading/Reading.ts';
import { readCode } from '../../../src/model/reading/readCode.ts';

const command: Message = { id: 'open', kind: 'command', name: 'OpenCart', fields: [] };
const knowledge = {
  events: [],
  commands: [command],
  named: new Map([['OpenCart', [command]]]),
  types: new Map([['CartCommand', ['open']]]),
};
const decide = (body: string): string => `export const decide = (command, state) => { ${body} };`;
const read = (code: string) => readCode(code, knowledge);

describe('the work of reading code', () => {
  it.each([
    ['declarations', 'const a = command.data.cartId;'],
    ['declarations within blocks', '{ const a = 1; f(a); }'],
    ['functions of one parameter', 'items.map((item) => item.sku);'],
    ['functions that answer functions', 'x => '],
    ['objects', 'f({ cartId: command.data.cartId, type: a });'],
  ])('grows with its length where it is full of %s', (_, piece) => {
    const [once, twice] = [100, 200].map((times) => read(decide(piece.repeat(times))).looks);
    expect((twice ?? 0) / (once ?? 0)).toBeGreaterThan(1.5);
    expect((twice ?? 0) / (once ?? 0)).toBeLessThan(2.5);
  });

  const nested = (piece: string, within: string, end: string): string =>
    decide(`return ${piece.repeat(45)}${within.repeat(1_500)}1${end.repeat(45)};`);
  it.each([
    ['messages within messages', nested("{ type: 'OpenCart', data: { a: ", 'command.data.a + ', '} }')],
    [
      'patterns within patterns',
      decide(`const ${'{ a: '.repeat(90)}${'b, '.repeat(4_500)}${'} '.repeat(90)} = command;`),
    ],
    ['results that are no functions', decide('f(): '.repeat(1_900))],
    ['types of parameters', decide('f<'.repeat(2_000).replaceAll('f', 'type A'))],
  ])('is given up where it would take for ever: %s', (_, code) => {
    const { uses, names, looks } = read(`command.data.a; ${code}`);
    expect([uses, names]).toEqual([[], []]);
    expect(looks).toBeLessThan(510_000);
  });

  it('follows a type that is named again and again once', () => {
    const tower = [1, 2, 3, 4]
      .map(
        (at) =>
          `type A${at} = ${Array(500)
            .fill(`A${at - 1}`)
            .join(' | ')};`,
      )
      .join('\n');
    const { uses } = read(
      `import type { CartCommand } from '#model'; type A0 = CartCommand; ${tower} const f = (one: A4) => one.data.cartId;`,
    );
    expect(uses.map(({ messages, path }) => [messages, path])).toEqual([[['open'], ['data', 'cartId']]]);
  });

  it('finds what a name holds where it is declared within the value of another of its name', () => {
    const { uses } = read(
      decide('const a = (() => { const a = command.data; return a.inner; })(); const b = command.data; f(a.x, b.y);'),
    );
    expect(uses.map(({ path }) => path.join('.'))).toEqual(['data.inner', 'data.y']);
  });
});
