import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Advice } from '#model';
import type { TypeProblem } from '../../../../src/ui/editor/codeProblems.ts';
import { codeStore } from '../../../../src/ui/editor/codeStore.ts';
import { MonacoSurface } from '../../../../src/ui/editor/monaco/MonacoSurface.tsx';
import { monaco, typescript } from '../../../../src/ui/editor/monaco/monaco.ts';
import { caretAtStart, type SurfaceProps } from '../../../../src/ui/editor/surface.ts';
import '../../../../src/ui/theme/index.css';

const types = {
  'types/model.d.ts': `declare module '#model' {
    export type CartOpened = { type: 'CartOpened'; data: { cartId: string } };
    export type ItemAdded = { type: 'ItemAdded'; data: { quantity: number } };
    export type CartEvent = CartOpened | ItemAdded;
  }`,
};

let root: Root;
beforeEach(() => {
  const host = document.createElement('div');
  host.style.cssText = 'width: 600px; height: 400px';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

type Shown = Pick<SurfaceProps, 'definitionId' | 'text' | 'onTypeProblems'> & Partial<Pick<SurfaceProps, 'advice'>>;

const render = ({ definitionId, text, onTypeProblems, advice = [] }: Shown): void => {
  const surface: SurfaceProps = {
    definitionId,
    label: 'Code of Cart',
    path: 'decider.ts',
    text,
    files: [{ path: 'decider.ts', text }],
    types,
    problems: [],
    advice,
    target: null,
    mark: null,
    caret: { current: caretAtStart },
    onType: () => undefined,
    onBlur: () => undefined,
    onTypeProblems,
  };
  flushSync(() => root.render(createElement(MonacoSurface, surface)));
};

/** Shows the text; answers the first problems that TypeScript finds in it. */
const show = (text: string) =>
  new Promise<TypeProblem[]>((resolve) => {
    const onTypeProblems = (problems: TypeProblem[]) => problems.length > 0 && resolve(problems);
    render({ definitionId: 'cart', text, onTypeProblems });
  });

const theEditor = () => {
  const [editor] = monaco.editor.getEditors();
  if (!editor) throw new Error('There is no editor.');
  return editor;
};

// The first answer waits until TypeScript has been loaded into its worker.
it('names a wrong field of an event on its line', { timeout: 60_000 }, async () => {
  const problems = await show(
    [
      "import type { CartEvent } from '#model';",
      'export const evolve = (total: number, event: CartEvent): number => {',
      '  switch (event.type) {',
      "    case 'CartOpened':",
      '      return 0;',
      "    case 'ItemAdded':",
      '      return total + event.data.quantiti;',
      '  }',
      '};',
    ].join('\n'),
  );

  expect(problems).toEqual([
    {
      line: 7,
      message: "Property 'quantiti' does not exist on type '{ quantity: number; }'. Did you mean 'quantity'?",
      isError: true,
    },
  ]);
});

it('says that a switch forgets an event, and knows neither a window nor a network', async () => {
  const problems = await show(
    [
      "import type { CartEvent } from '#model';",
      'export const evolve = (total: number, event: CartEvent): number => {',
      '  switch (event.type) {',
      "    case 'CartOpened':",
      '      console.log(crypto.randomUUID());',
      "      return window.fetch('https://example.org') as never;",
      '  }',
      '};',
    ].join('\n'),
  );

  expect(problems.filter(({ isError }) => isError).map(({ line, message }) => `${line}: ${message}`)).toEqual([
    "2: Function lacks ending return statement and return type does not include 'undefined'.",
    "6: Cannot find name 'window'.",
  ]);
});

it('completes the types of events where a case is typed', async () => {
  const text = [
    "import type { CartEvent } from '#model';",
    'export const name = (event: CartEvent): string => {',
    '  switch (event.type) {',
    "    case '': return 'none';",
    '  }',
    '};',
  ].join('\n');
  await show(text);

  const uri = theEditor().getModel()?.uri ?? monaco.Uri.file('none');
  const language = await (await typescript.getTypeScriptWorker())(uri);
  const completions = await language.getCompletionsAtPosition(uri.toString(), text.indexOf("''") + 1);

  expect(completions?.entries.map(({ name }: { name: string }) => name)).toEqual(['CartOpened', 'ItemAdded']);
});

it('follows a text from elsewhere without losing the cursor', () => {
  void show('const one = 1;\nconst two = 2;\n');
  theEditor().setPosition({ lineNumber: 2, column: 7 });

  void show('zero();\nconst one = 1;\nconst two = 2;\n');

  expect(theEditor().getPosition()).toMatchObject({ lineNumber: 3, column: 7 });
});

it('knows the stand-in for Emmett, so that code written for its decider has no errors', async () => {
  const problems = await show(
    [
      "import { type Command, type Decider, type Event, IllegalStateError } from '@event-driven-io/emmett';",
      "type CartOpened = Event<'CartOpened', { cartId: string }>;",
      "type OpenCart = Command<'OpenCart', { cartId: string }>;",
      'type State = { isOpen: boolean };',
      'export const decider: Decider<State, OpenCart, CartOpened> = {',
      '  decide: (command, state) => {',
      "    if (state.isOpen) throw new IllegalStateError('Already open');",
      "    return { type: 'CartOpened', data: { cartId: command.data.cartId } };",
      '  },',
      '  evolve: (_state, { type }) => ({ isOpen: type.length }),',
      '  initialState: () => ({ isOpen: false }),',
      '};',
    ].join('\n'),
  );

  expect(problems).toEqual([
    { line: 10, message: "Type 'number' is not assignable to type 'boolean'.", isError: true },
  ]);
});

it('says nothing of the file before once another is shown', { timeout: 60_000 }, async () => {
  await show("export const count: number = 'two';");
  let shown: TypeProblem[] | null = null;

  render({ definitionId: 'other', text: 'export const count = 2;', onTypeProblems: (problems) => (shown = problems) });

  expect(shown).toEqual([]);
});

it('puts code into the usual form, the same after a second time, and undo takes it back in one step', async () => {
  const untidy = 'export const  evolve=( state:number )=>{\nreturn state+1 ;\n}\n';
  const tidy = 'export const evolve = (state: number) => {\n  return state + 1;\n}\n';
  render({ definitionId: 'untidy', text: untidy, onTypeProblems: () => undefined });
  const editor = theEditor();
  const format = codeStore.getState().format;

  format?.();
  await expect.poll(() => editor.getValue(), { timeout: 20_000 }).toBe(tidy);
  await editor.getAction('editor.action.formatDocument')?.run();
  expect(editor.getValue()).toBe(tidy);

  editor.trigger('test', 'undo', null);
  expect(editor.getValue()).toBe(untidy);
  root.render(null);
  await expect.poll(() => codeStore.getState().format).toBe(null);
});

it('marks what the coach says on its line', () => {
  const text = 'export const evolve = (state) => {\n  state.total = 1;\n  return state;\n};\n';
  const about = (line: number, message: string): Advice => ({
    rule: 'code-change',
    title: 'Code that changes what it is handed',
    why: 'It belongs to others.',
    severity: line === 2 ? 'warning' : 'information',
    definitionId: 'advised',
    place: { kind: 'code', file: 'decider.ts', line },
    message,
    fix: { label: `Mend line ${line}`, intents: () => [] },
  });
  const advice = [about(2, 'evolve changes state.total.'), about(3, 'The same state again.')];
  render({ definitionId: 'advised', text, onTypeProblems: () => undefined, advice });

  expect(
    monaco.editor
      .getModelMarkers({ owner: 'coach' })
      .map(({ startLineNumber, startColumn, severity, message }) => [startLineNumber, startColumn, severity, message]),
  ).toEqual([
    [2, 3, monaco.MarkerSeverity.Warning, 'evolve changes state.total.'],
    [3, 3, monaco.MarkerSeverity.Info, 'The same state again.'],
  ]);
});
