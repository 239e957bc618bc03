// The one place that imports Monaco. It is reached by dynamic imports only, so that nothing of it is in the first script.
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/features/register.all';
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
// Monaco fetches it when it meets the first model, and again for whoever asks for its worker: two fetches under way may
// come back in either order, and the worker would be asked for before it is set up.
import 'monaco-editor/languages/features/typescript/tsMode';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';

// What Monaco is asked for again, it gives up, and some of those promises it leaves to nobody: that is no fault to be told.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Error && event.reason.name === 'Canceled') event.preventDefault();
});

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId: string, label: string) =>
    label === 'typescript' ? new TypeScriptWorker() : new EditorWorker(),
};

export { monaco, typescript };
