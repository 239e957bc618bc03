import { type CodeFile, typesModule } from '#model';
import type { FileTypeProblem } from '../codeProblems.ts';
import type { CheckTypes } from '../followTypes.ts';
import { firstSentence } from './language.ts';
import { monaco, typescript } from './monaco.ts';

/**
 * The types of a definition that is not open stand under another name, as long as theirs: those of the open one are the
 * editor's own.
 */
const checkedModule = '#check';

const underItsName = (text: string): string => text.replace(/(['"])#model\1/gu, `$1${checkedModule}$1`);

let checks = 0;

/**
 * Asks the editor's own worker, for files that no editor shows. They are there for as long as it takes, and as plain
 * text: Monaco would go on checking models of TypeScript by itself.
 */
export const checkTypes: CheckTypes = async (files, types) => {
  checks += 1;
  // To TypeScript, a new text under an old address would be the old text again.
  const modelOf = (path: string, text: string) =>
    monaco.editor.createModel(text, 'plaintext', monaco.Uri.from({ scheme: 'file', path: `/check/${checks}/${path}` }));
  const declarations = modelOf('model.check.d.ts', `declare module '${checkedModule}' {\n${types}\n}\n`);
  // Without an import or export a file would share its names with all others.
  const models = files.map((file) => ({ file, model: modelOf(file.path, `${underItsName(file.text)}\nexport {};\n`) }));
  try {
    const workerFor = await typescript.getTypeScriptWorker();
    const worker = await workerFor(declarations.uri, ...models.map(({ model }) => model.uri));
    const found = await Promise.all(models.map(({ file, model }) => problemsIn(worker, file, model)));
    return found.flat();
  } finally {
    declarations.dispose();
    for (const { model } of models) model.dispose();
  }
};

type Worker = Awaited<ReturnType<Awaited<ReturnType<typeof typescript.getTypeScriptWorker>>>>;

/** TypeScript's own number for an error. */
const errorCategory = 1;

const problemsIn = async (
  worker: Worker,
  { path }: CodeFile,
  model: ReturnType<typeof monaco.editor.createModel>,
): Promise<FileTypeProblem[]> => {
  const address = model.uri.toString();
  const [syntactic, semantic] = await Promise.all([
    worker.getSyntacticDiagnostics(address),
    worker.getSemanticDiagnostics(address),
  ]);
  return [...syntactic, ...semantic].map(({ start = 0, messageText, category }) => ({
    file: path,
    line: model.getPositionAt(start).lineNumber,
    message: firstSentence(typeof messageText === 'string' ? messageText : messageText.messageText).replaceAll(
      checkedModule,
      typesModule,
    ),
    isError: category === errorCategory,
  }));
};
