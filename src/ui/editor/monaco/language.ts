import { emmettTypes, sandboxGlobals } from '../ambientTypes.ts';
import type { TypeProblem } from '../codeProblems.ts';
import { monaco, typescript } from './monaco.ts';

const { typescriptDefaults, ModuleKind } = typescript;

// Monaco's enums end at ES2020 and Node resolution; the TypeScript inside knows more. Numbers are TypeScript's own.
const es2022: number = 9;
const bundlerResolution: number = 100;

let isPrepared = false;

/** Once, before the first model: every later change of these options would restart the worker. */
export const prepareLanguage = (): void => {
  if (isPrepared) return;
  isPrepared = true;
  typescriptDefaults.setCompilerOptions({
    target: es2022,
    module: ModuleKind.ESNext,
    moduleResolution: bundlerResolution,
    lib: ['es2022'],
    types: [],
    strict: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    allowImportingTsExtensions: true,
    allowNonTsExtensions: true,
    noEmit: true,
  });
  typescriptDefaults.setEagerModelSync(true);
  typescriptDefaults.addExtraLib(sandboxGlobals, 'file:///types/sandbox.d.ts');
  typescriptDefaults.addExtraLib(emmettTypes, 'file:///types/emmett.d.ts');
};

/** The notes' types, by path: they replace those of the definition that was open before. */
let generated: { [path: string]: { text: string; remove: () => void } } = {};
export const offerTypes = (files: { [path: string]: string }): void => {
  for (const [path, { remove }] of Object.entries(generated)) if (!(path in files)) remove();
  generated = Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const present = generated[path];
      if (present?.text === text) return [path, present];
      const library = typescriptDefaults.addExtraLib(text, `file:///${path}`);
      return [path, { text, remove: () => library.dispose() }];
    }),
  );
};

export type TextModel = ReturnType<typeof monaco.editor.createModel>;

/**
 * How often the models of a folder were thrown away. It is part of their addresses: to TypeScript, a new model with the
 * address of an old one would be the old text again, since both start at version 1.
 */
const generations = new Map<string, number>();

const pathOf = (folder: string, path = '') => `/code/${folder}/${generations.get(folder) ?? 0}/${path}`;

/** The model of a file; made at its first call. The language's worker learns of files only through their models. */
export const modelOf = (folder: string, path: string, text: string): TextModel => {
  const uri = monaco.Uri.from({ scheme: 'file', path: pathOf(folder, path) });
  return monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, 'typescript', uri);
};

/** The folder and path of a model by its address; null for what is no file of code. */
export const fileAt = (address: string): { folder: string; path: string } | null => {
  const [, folder, path] = /^\/code\/([^/]+)\/\d+\/(.+)$/.exec(address) ?? [];
  return folder !== undefined && path !== undefined ? { folder, path } : null;
};

export const disposeModels = (folder: string): void => {
  const start = pathOf(folder);
  for (const model of monaco.editor.getModels()) if (model.uri.path.startsWith(start)) model.dispose();
  generations.set(folder, (generations.get(folder) ?? 0) + 1);
};

export const typeProblemsOf = (model: TextModel): TypeProblem[] =>
  monaco.editor
    .getModelMarkers({ resource: model.uri, owner: 'typescript' })
    .map(({ startLineNumber, message, severity }) => ({
      line: startLineNumber,
      message: firstSentence(message),
      isError: severity === monaco.MarkerSeverity.Error,
    }))
    .sort((one, other) => one.line - other.line);

/** TypeScript explains itself in indented lines below; those are in the hover. */
export const firstSentence = (message: string): string => message.split('\n')[0] ?? message;
