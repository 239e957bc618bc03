import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DefinitionOf, emptyBoard } from '#model';
import { appStore } from '#state';
import { CodePane } from '../../../src/ui/editor/CodePane.tsx';
import { monaco } from '../../../src/ui/editor/monaco/monaco.ts';
import '../../../src/ui/theme/index.css';

const decider: DefinitionOf<'decider'> = {
  id: 'cart',
  kind: 'decider',
  name: 'Cart',
  category: 'Cart',
  idField: 'cartId',
  code: [{ path: 'decider.ts', text: 'const one = 1;\nconst two = 2;\n' }],
};
const boardWith = (definition: DefinitionOf<'decider'>) => ({
  ...emptyBoard('model', 'Model'),
  definitions: { [definition.id]: definition },
});

let root: Root;
beforeEach(() => {
  const host = document.createElement('div');
  host.style.cssText = 'width: 400px; height: 400px';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const show = (definition: DefinitionOf<'decider'>) => {
  appStore.setState({ board: boardWith(definition) });
  flushSync(() => root.render(createElement(CodePane, { definition })));
};

const plainArea = () => document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Code of Cart, decider.ts"]');

const waitForMonaco = async () => {
  await expect.poll(() => monaco.editor.getEditors().length, { timeout: 20_000 }).toBe(1);
  const [editor] = monaco.editor.getEditors();
  if (!editor) throw new Error('There is no editor.');
  return editor;
};

it('is plain text at once, and Monaco takes over text, cursor and focus', { timeout: 60_000 }, async () => {
  show(decider);
  const area = plainArea();
  area?.focus();
  area?.setSelectionRange(6, 6);

  expect(area?.value).toBe('const one = 1;\nconst two = 2;\n');
  const editor = await waitForMonaco();

  expect(plainArea()).not.toBe(area);
  expect(editor.getValue()).toBe('const one = 1;\nconst two = 2;\n');
  expect(editor.getPosition()).toMatchObject({ lineNumber: 1, column: 7 });
  expect(editor.getDomNode()?.contains(document.activeElement)).toBe(true);
});

it('follows a change from elsewhere, and marks the line of code that was refused', async () => {
  show(decider);
  const editor = await waitForMonaco();

  show({ ...decider, code: [{ path: 'decider.ts', text: 'const one = 1;\nconst = 2;\n' }] });
  flushSync(() =>
    appStore.setState({
      modules: {
        cart: {
          kind: 'broken',
          module: { id: 'cart', kind: 'decider', name: 'Cart', files: [] },
          error: {
            name: 'CompileError',
            message: 'Unexpected token',
            phase: 'load',
            place: { moduleId: 'cart', file: 'decider.ts', line: 2 },
            isFailure: true,
          },
        },
      },
    }),
  );

  await expect.poll(() => editor.getValue()).toBe('const one = 1;\nconst = 2;\n');
  await expect
    .poll(() =>
      monaco.editor
        .getModelMarkers({ owner: 'replayground' })
        .map(({ startLineNumber, message }) => ({ startLineNumber, message })),
    )
    .toEqual([{ startLineNumber: 2, message: 'Unexpected token' }]);
  expect(document.querySelector('output')?.textContent).toBe(
    'Line 2: Unexpected tokenThe last working code stays in force.',
  );
});
