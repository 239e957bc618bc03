import { SandboxError } from './errors.ts';
import { apply, emptyRecord, slice } from './primordials.ts';

/** A compiled file, as the linked script wraps it. */
type Definition = (exports: object, require: (name: string) => unknown, module: { exports: unknown }) => void;

const definitions = emptyRecord<Definition>();
const loaded = emptyRecord<{ exports: unknown }>();

/** The linked script hands over its files by `<moduleId>/<path>`. */
export const define = (path: string, definition: Definition): void => {
  definitions[path] = definition;
};

/** `./x` beside `id/a.ts` → `id/x.ts`; the extension may be left out, or be that of JavaScript. */
const resolve = (from: string, name: string): string | undefined => {
  if (name[0] !== '.') return name in definitions ? name : undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const base = parts.join('/');
  return [base, `${base}.ts`, `${base}/index.ts`, base.replace(/\.js$/, '.ts')].find((path) => path in definitions);
};

const shortName = (path: string): string => path.slice(path.indexOf('/') + 1);

/** The exports of a file; each file runs once, and cycles see what has been exported so far. */
export const requireFile = (path: string): unknown => {
  const known = loaded[path];
  if (known) return known.exports;
  const definition = definitions[path];
  if (!definition) throw new SandboxError(`There is no file ${shortName(path)}.`);
  const module: { exports: unknown } = { exports: {} };
  loaded[path] = module;
  const require = (name: unknown): unknown => {
    const wanted = slice(String(name), 0, 200);
    const found = resolve(path, wanted);
    if (found === undefined)
      throw new SandboxError(
        `Cannot find module "${wanted}", imported from ${shortName(path)}. Only files of this model can be imported.`,
      );
    return requireFile(found);
  };
  try {
    apply(definition, undefined, [module.exports, require, module]);
  } catch (error) {
    delete loaded[path];
    throw error;
  }
  return module.exports;
};
