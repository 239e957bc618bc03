import { parse } from 'acorn';
import { transform } from 'sucrase';
import type { CodeError, ModelModule } from '../Sandbox.ts';
import { readsOnly } from './reading/readsOnly.ts';

/** A file of a module as JavaScript, line for line where the TypeScript was. */
export type CompiledFile = { path: string; script: string };
export type Compiled =
  | { kind: 'compiled'; files: CompiledFile[]; onlyReads: boolean }
  | { kind: 'broken'; error: CodeError };

type File = ModelModule['files'][number];

class CompileFault extends Error {
  readonly path: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, path: string, line?: number, column?: number) {
    super(message);
    this.path = path;
    this.line = line;
    this.column = column;
  }
}

/** Turns a module's TypeScript into JavaScript; nothing is run. A mistake comes back with its file and line. */
export const compileModule = (module: ModelModule): Compiled => {
  try {
    if (module.files.every(({ text }) => text.trim() === ''))
      throw new CompileFault('There is no code yet.', module.files[0]?.path ?? module.name, 1);
    const files = module.files.map(compileFile);
    return { kind: 'compiled', files, onlyReads: files.every(({ script }) => readsOnly(script)) };
  } catch (error) {
    return { kind: 'broken', error: asCodeError(module.id, error) };
  }
};

const compileFile = ({ path, text }: File): CompiledFile => {
  refuseNamespaces(path, text);
  const script = toJavaScript(path, text);
  checkSyntax(path, script);
  return { path, script };
};

/** A namespace would vanish without a word, and with it what it holds. */
const refuseNamespaces = (path: string, text: string): void => {
  const lines = text.split('\n');
  const line = lines.findIndex((content) => /^\s*(export\s+)?(declare\s+)?namespace\s+[\w$.]+\s*\{/.test(content));
  if (line >= 0 && !lines[line]?.includes('declare'))
    throw new CompileFault(
      '`namespace` is not supported here: use a file of its own, or plain functions.',
      path,
      line + 1,
    );
};

const toJavaScript = (path: string, text: string): string => {
  try {
    return transform(text, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      preserveDynamicImport: true,
      filePath: path,
    }).code;
  } catch (error) {
    throw placedFault(path, error);
  }
};

/** Engines differ in what they say of a syntax error in a worker, and Firefox names no line: so it is found first. */
const checkSyntax = (path: string, script: string): void => {
  try {
    parse(`(function(exports,require,module){"use strict";${script}\n})`, {
      ecmaVersion: 'latest',
      sourceType: 'script',
    });
    parse(script, { ecmaVersion: 'latest', sourceType: 'script' });
  } catch (error) {
    throw placedFault(path, error);
  }
};

/** "Error transforming a.ts: Unexpected token (3:12)" → its words, line 3 */
const placedFault = (path: string, error: unknown): CompileFault => {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column] = /\((\d+):(\d+)\)/.exec(text) ?? [];
  const words = text
    .replace(/^Error transforming .*?: /, '')
    .replace(/\s*\(\d+:\d+\)\s*$/, '')
    .trim();
  return new CompileFault(
    words || 'This is not valid TypeScript.',
    path,
    line ? Number(line) : undefined,
    column ? Number(column) : undefined,
  );
};

const asCodeError = (moduleId: string, error: unknown): CodeError => {
  const fault = error instanceof CompileFault ? error : new CompileFault(String(error), '', undefined);
  const { line, column, path } = fault;
  return {
    name: 'CompileError',
    message: fault.message,
    phase: 'compile',
    isFailure: true,
    ...(line === undefined
      ? {}
      : { place: { moduleId, file: path, line, ...(column === undefined ? {} : { column }) } }),
  };
};
