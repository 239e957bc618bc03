import type { CodeFile } from '../definitions.ts';

const commentsAndTexts = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gu;

/**
 * Asks code whether it defines a function of this name: `const name =`, `function name(`, `{ name }`, `{ name(input) {`.
 * A call is none. Without the scanner of code: the first sight of the wall asks for it.
 */
export const codeThatDefines = (name: string): ((code: readonly CodeFile[]) => boolean) => {
  const known = new WeakMap<CodeFile, boolean>();
  const definition = new RegExp(`\\b(?:const|let|function)\\s+${name}\\b|[{,]\\s*${name}\\s*[:,}(]`, 'u');
  const defines = (file: CodeFile): boolean => {
    const isThere =
      known.get(file) ?? (file.text.includes(name) && definition.test(file.text.replace(commentsAndTexts, '')));
    known.set(file, isThere);
    return isThere;
  };
  return (code) => code.some(defines);
};
