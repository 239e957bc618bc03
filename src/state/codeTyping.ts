import type { CodeFile, DefinitionOf } from '#model';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';

/** Typing becomes an edit after this rest, in milliseconds. */
const restMs = 300;

type Typed = { definitionId: string; path: string; text: string };

const typed = new Map<string, Typed>();
let timer: ReturnType<typeof setTimeout> | undefined;

export const typeCode = (definitionId: string, path: string, text: string): void => {
  typed.set(`${definitionId}/${path}`, { definitionId, path, text });
  clearTimeout(timer);
  timer = setTimeout(flushCode, restMs);
};

const withFile = (code: CodeFile[], { path, text }: Typed): CodeFile[] =>
  code.some((file) => file.path === path)
    ? code.map((file) => (file.path === path ? { ...file, text } : file))
    : [...code, { path, text }];

/** Makes edits of what has been typed so far: before a run, on blur, when the page is left. */
export const flushCode = (): void => {
  clearTimeout(timer);
  const { board } = appStore.getState();
  const files = [...typed.values()];
  typed.clear();
  for (const definitionId of new Set(files.map((file) => file.definitionId))) {
    const definition = board.definitions[definitionId];
    if (definition?.kind === 'event') editUpcasters(definition, files);
    if (!definition || !('code' in definition)) continue;
    const code = files.filter((file) => file.definitionId === definitionId).reduce(withFile, definition.code);
    edit(`Edit code of ${definition.name}`, [{ type: 'ChangeCode', definitionId, code }]);
  }
};

/** An upcaster is found by its file: those of an event have names of their own. */
const editUpcasters = ({ id, name, upcasts = [] }: DefinitionOf<'event'>, files: Typed[]): void => {
  for (const step of upcasts) {
    const changed = files.filter(
      (file) => file.definitionId === id && step.code?.some(({ path }) => path === file.path),
    );
    if (changed.length === 0) continue;
    const code = changed.reduce(withFile, step.code ?? []);
    edit(`Edit an upcaster of ${name}`, [{ type: 'ChangeUpcast', definitionId: id, step: { ...step, code } }]);
  }
};
