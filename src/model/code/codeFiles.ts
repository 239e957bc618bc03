import type { CodeFile } from '../definitions.ts';
import { importsIn } from './importsIn.ts';
import { scanMeaning } from './scanCode.ts';
import { textOf } from './textOf.ts';

/** The path that somebody means who types a name: files of code end with `.ts`. */
export const filePathFrom = (typed: string): string => {
  const path = typed.trim().replace(/^\.\//u, '');
  return path === '' || path.endsWith('.ts') ? path : `${path}.ts`;
};

/** Why a file cannot have this path beside the others, in a sentence; null where it can. */
export const filePathTrouble = (others: readonly string[], path: string): string | null => {
  if (path === '') return 'A file needs a name.';
  if (!/^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)*$/u.test(path))
    return 'A name is made of letters, digits, hyphens and dots.';
  return others.some((other) => other.toLowerCase() === path.toLowerCase()) ? `${path} is there already.` : null;
};

/** A file behind the others, empty. */
export const withFile = (code: readonly CodeFile[], path: string): CodeFile[] => [...code, { path, text: '' }];

export const withoutFile = (code: readonly CodeFile[], path: string): CodeFile[] =>
  code.filter((file) => file.path !== path);

/** A file one place on or back. The first file is the entry. */
export const withMovedFile = (code: readonly CodeFile[], path: string, by: 1 | -1): CodeFile[] => {
  const at = code.findIndex((file) => file.path === path);
  const moved = [...code];
  const [file] = moved.splice(at, 1);
  if (!file || at + by < 0 || at + by >= code.length) return [...code];
  moved.splice(at + by, 0, file);
  return moved;
};

/** A file under another path, with the imports of the others led there; its own imports still lead where they led. */
export const withRenamedFile = (code: readonly CodeFile[], from: string, to: string): CodeFile[] => {
  const paths = new Set(code.map(({ path }) => path));
  return code.map(({ path, text }) => {
    const renamed = path === from ? to : path;
    return { path: renamed, text: withImports(text, (specifier) => ledOn(paths, path, renamed, specifier, from, to)) };
  });
};

const ledOn = (
  paths: ReadonlySet<string>,
  importer: string,
  renamedImporter: string,
  specifier: string,
  from: string,
  to: string,
): string => {
  const target = targetOf(paths, importer, specifier);
  if (target === null || (target !== from && importer === renamedImporter)) return specifier;
  const relative = relativePath(renamedImporter, target === from ? to : target);
  return specifier.endsWith('.ts') ? relative : relative.replace(/\.ts$/u, '');
};

/** The file that a relative import leads to; null where it leads to none of them. */
const targetOf = (paths: ReadonlySet<string>, importer: string, specifier: string): string | null => {
  if (!specifier.startsWith('./') && !specifier.startsWith('../')) return null;
  const steps = importer.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  const path = steps.join('/');
  return [path, `${path}.ts`].find((candidate) => paths.has(candidate)) ?? null;
};

const relativePath = (from: string, to: string): string => {
  const folder = from.split('/').slice(0, -1);
  const steps = to.split('/');
  while (folder.length > 0 && steps.length > 1 && folder[0] === steps[0]) {
    folder.shift();
    steps.shift();
  }
  return `${folder.length > 0 ? folder.map(() => '..').join('/') : '.'}/${steps.join('/')}`;
};

/** The code with other texts in its imports and exports from elsewhere. */
const withImports = (text: string, change: (specifier: string) => string): string =>
  importsIn(scanMeaning(text)).reduceRight((code, token) => {
    const quote = token.text.slice(0, 1);
    return `${code.slice(0, token.start)}${quote}${change(textOf(token))}${quote}${code.slice(token.end)}`;
  }, text);
