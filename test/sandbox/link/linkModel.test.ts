import { expect, it } from 'vitest';
import { linkModel } from '../../../src/sandbox/link/linkModel.ts';
import { placeInCode } from '../../../src/sandbox/link/placeInCode.ts';

const module = { id: 'cart', kind: 'decider' as const, name: 'Cart', files: [] };
const files = [
  { path: 'Cart.ts', script: 'first\nsecond' },
  { path: 'rules.ts', script: 'third\nfourth\nfifth' },
];
const linked = linkModel('harness();\nmore();\n', [{ module, files, onlyReads: false }], true);
const lines = linked.script.split('\n');

const lineOf = (text: string): number => lines.indexOf(text) + 1;

it('knows the file and line of every line of the script', () => {
  const stackOf = (text: string) => `Error: x\n    at decide (blob:null/1-2:${lineOf(text)}:7)`;

  expect(placeInCode(stackOf('second'), linked.ranges)).toEqual({
    moduleId: 'cart',
    file: 'Cart.ts',
    line: 2,
    column: 7,
  });
  expect(placeInCode(stackOf('third'), linked.ranges)).toEqual({
    moduleId: 'cart',
    file: 'rules.ts',
    line: 1,
    column: 7,
  });
  expect(placeInCode(stackOf('fifth'), linked.ranges)).toEqual({
    moduleId: 'cart',
    file: 'rules.ts',
    line: 3,
    column: 7,
  });
});

it('reads the stacks of other browsers, too', () => {
  const stack = `decide@blob:null/1-2:${lineOf('first')}:3\n@blob:null/1-2:1:1`;

  expect(placeInCode(stack, linked.ranges)).toEqual({ moduleId: 'cart', file: 'Cart.ts', line: 1, column: 3 });
});

it('passes over frames of the harness and over constructors of the person’s own errors', () => {
  const stack = [
    'TooMany: x',
    `    at new TooMany (blob:null/1-2:${lineOf('third')}:3)`,
    '    at now (blob:null/1-2:1:3)',
    `    at decide (blob:null/1-2:${lineOf('second')}:9)`,
  ].join('\n');

  expect(placeInCode(stack, linked.ranges)).toEqual({ moduleId: 'cart', file: 'Cart.ts', line: 2, column: 9 });
});

it('names no place where none of the frames lies in the person’s code', () => {
  expect(placeInCode('Error: x\n    at blob:null/1-2:1:3', linked.ranges)).toBeUndefined();
});

it('ends with a source map of its own, so that none of the person’s is fetched', () => {
  const evil = linkModel(
    '',
    [{ module, files: [{ path: 'Cart.ts', script: '//# sourceMappingURL=http://x/' }], onlyReads: false }],
    true,
  );

  expect(evil.script.trimEnd().split('\n').at(-1)).toBe('//# sourceMappingURL=data:application/json,{}');
});
