import type { CompiledFile } from '../compile/compileModule.ts';
import { standInNames, standInScript } from '../compile/standIn.ts';
import { type HarnessSettings, harnessName, settingsName } from '../protocol.ts';
import type { ModelModule } from '../Sandbox.ts';

export type CompiledModule = { module: ModelModule; files: CompiledFile[]; onlyReads: boolean };

/** Where a file's lines stand in the script: `first` is the script's line of the file's line 1. */
export type LineRange = { moduleId: string; path: string; first: number; last: number; text: string };

export type LinkedScript = { script: string; ranges: LineRange[] };

const lineCount = (text: string): number => text.split('\n').length;

/**
 * Bakes the harness and the compiled files into the text of one classic worker. Each file stands in a function of its
 * own, so that nothing is evaluated at run time and a line of the script is a line of a file.
 */
export const linkModel = (harness: string, modules: CompiledModule[], storeAsJson: boolean): LinkedScript => {
  const settings: HarnessSettings = {
    modules: modules.map(({ module, files, onlyReads }) => ({
      moduleId: module.id,
      kind: module.kind,
      name: module.name,
      entry: `${module.id}/${files[0]?.path ?? ''}`,
      onlyReads,
      ...(module.commands ? { commands: module.commands } : {}),
      ...(module.deafTo ? { deafTo: module.deafTo } : {}),
    })),
    storeAsJson,
  };
  const ranges: LineRange[] = [];
  let script = `self.${settingsName}=${JSON.stringify(settings)};\n${harness.trimEnd()}\n`;
  let line = lineCount(script);

  const define = (path: string, text: string): number => {
    script += `${harnessName}.define(${JSON.stringify(path)},function(exports,require,module){"use strict";\n`;
    const first = line + 1;
    script += `${text}\n});\n`;
    line = first + lineCount(text) + 1;
    return first;
  };

  for (const name of standInNames) define(name, standInScript);
  for (const { module, files } of modules)
    for (const { path, script: text } of files) {
      const first = define(`${module.id}/${path}`, text);
      ranges.push({ moduleId: module.id, path, first, last: first + lineCount(text) - 1, text });
    }
  // A source map named by the person's code would be fetched when the developer tools open; the last one counts.
  script += `${harnessName}.start();\n//# sourceMappingURL=data:application/json,{}\n`;
  return { script, ranges };
};
