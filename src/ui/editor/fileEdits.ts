import { type CodeFile, codeOf, withFile, withMovedFile, withoutFile, withRenamedFile } from '#model';
import { appStore, workspace } from '#state';
import { codeTexts } from '../text/code.ts';
import { codeStore, openFile } from './codeStore.ts';

/** The open file among its like; a skeleton counts as written from now on. */
const openCode = () => {
  const { open } = codeStore.getState();
  if (!open) return null;
  workspace.flushCode();
  const { board } = appStore.getState();
  const files = codeOf(board, open.definitionId);
  return { ...open, files, name: board.definitions[open.definitionId]?.name ?? '' };
};

const change = (definitionId: string, label: string, code: CodeFile[]): void => {
  workspace.edit(label, [{ type: 'ChangeCode', definitionId, code }]);
};

export const addFile = (path: string): void => {
  const opened = openCode();
  if (!opened) return;
  change(opened.definitionId, codeTexts.addedFile(path, opened.name), withFile(opened.files, path));
  openFile(opened.definitionId, path);
};

export const renameFile = (to: string): void => {
  const opened = openCode();
  if (!opened) return;
  change(opened.definitionId, codeTexts.renamedFile(opened.path, to), withRenamedFile(opened.files, opened.path, to));
  openFile(opened.definitionId, to);
};

export const removeFile = (): void => {
  const opened = openCode();
  if (!opened || opened.files.length < 2) return;
  change(opened.definitionId, codeTexts.removedFile(opened.path), withoutFile(opened.files, opened.path));
};

export const moveFile = (by: 1 | -1): void => {
  const opened = openCode();
  if (opened)
    change(opened.definitionId, codeTexts.movedFile(opened.path), withMovedFile(opened.files, opened.path, by));
};

/** One step of undo of its own, apart from what was typed before. */
export const formatCode = (): void => {
  workspace.flushCode();
  codeStore.getState().format?.();
};
