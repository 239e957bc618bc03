import { afterEach, expect, it } from 'vitest';
import { emptyBoard, newNote } from '#model';
import { appStore } from '#state';
import { codeStore } from '../../../../src/ui/editor/codeStore.ts';
import { followTypes } from '../../../../src/ui/editor/followTypes.ts';
import { checkTypes } from '../../../../src/ui/editor/monaco/checkTypes.ts';
import { prepareLanguage } from '../../../../src/ui/editor/monaco/language.ts';
import { monaco } from '../../../../src/ui/editor/monaco/monaco.ts';

const types = `export type CartOpened = { type: 'CartOpened'; data: { cartId: string } };`;
const withRules = (rules: string) => [
  {
    path: 'Cart.ts',
    text: "import type { CartOpened } from '#model';\nimport { limit } from './rules';\nexport const evolve = (_: number, event: CartOpened): number => limit + event.data.cartid.length;",
  },
  { path: 'rules.ts', text: rules },
];

let stop = () => {};
afterEach(() => stop());

// The first answer waits until TypeScript has been loaded into its worker.
it('finds what is wrong in files that no editor shows, and leaves nothing behind', { timeout: 120_000 }, async () => {
  prepareLanguage();
  const open = monaco.editor.createModel('', 'typescript');

  const problems = await checkTypes(withRules("export const limit: number = 'ten';"), types);

  expect(problems).toEqual([
    {
      file: 'Cart.ts',
      line: 3,
      message: "Property 'cartid' does not exist on type '{ cartId: string; }'. Did you mean 'cartId'?",
      isError: true,
    },
    { file: 'rules.ts', line: 1, message: "Type 'string' is not assignable to type 'number'.", isError: true },
  ]);
  expect(monaco.editor.getModels()).toEqual([open]);
  expect(await checkTypes(withRules('export const limit = 10;').slice(1), types)).toEqual([]);
});

it('asks again for code that has changed, and forgets what is gone', async () => {
  const board = emptyBoard('model', 'Model');
  const policy = (id: string, text: string) => ({
    id,
    kind: 'policy' as const,
    name: id,
    isOn: true,
    code: [{ path: 'policy.ts', text }],
  });
  const asked: string[] = [];
  const show = (...definitions: ReturnType<typeof policy>[]) =>
    appStore.setState({
      board: {
        ...board,
        definitions: Object.fromEntries(definitions.map((each) => [each.id, each])),
        notes: Object.fromEntries(definitions.map(({ id }) => [id, newNote(id, id, { x: 0, y: 0 })])),
      },
    });
  const [first, second] = [policy('first', '1'), policy('second', '2')];
  show(first, second);
  stop = followTypes((files) => {
    asked.push(files[0]?.text ?? '');
    return Promise.resolve([{ file: 'policy.ts', line: 1, message: files[0]?.text ?? '', isError: true }]);
  });
  const known = () => [...codeStore.getState().checked].map(([id, [problem]]) => `${id}: ${problem?.message}`);

  await expect.poll(known, { timeout: 20_000 }).toEqual(['first: 1', 'second: 2']);
  show(first, policy('second', '3'));
  await expect.poll(known, { timeout: 20_000 }).toEqual(['first: 1', 'second: 3']);
  expect(asked).toEqual(['1', '2', '3']);
  show(first);
  await expect.poll(known, { timeout: 20_000 }).toEqual(['first: 1']);
});
