import { goToLine } from './goToLine.ts';

/** Words of the code pane. */
export const codeTexts = {
  label: (name: string, path: string) => `Code of ${name}, ${path}`,
  files: 'Files',
  works: 'Works',
  notRunning: 'Not running yet',
  stillInForce: 'The last working code stays in force.',
  more: (count: number) => `${count} more`,
  plainOnly: 'The code editor could not be loaded. Plain text works all the same.',
  tabHint: (keys: string) => `${keys} lets Tab leave the code`,
  changedElsewhere: 'This file was changed elsewhere, on the lines that you are changing.',
  showTheirs: 'Show theirs',
  hideTheirs: 'Hide theirs',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  skeleton: 'A skeleton made from the arrows and fields on the wall. It follows them until you type.',
  unknown: (name: string, [first = '', ...others]: string[]) =>
    others.length === 0
      ? `${name} does not know ${first} yet.`
      : `${name} does not know ${first} and ${others.length} more yet.`,
  byHand: goToLine,
  newFile: 'New file',
  fileName: 'Name of the file',
  fileMenu: (path: string) => `What can be done with ${path}`,
  entry: 'The entry: the app starts here',
  addedFile: (path: string, name: string) => `Add ${path} to ${name}`,
  renamedFile: (from: string, to: string) => `Rename ${from} to ${to}`,
  removedFile: (path: string) => `Delete ${path}`,
  movedFile: (path: string) => `Move ${path}`,
  inCode: 'In the code',
  handledIn: (name: string, phase: string) => `${name}, ${phase}`,
  line: (line: number) => `line ${line}`,
};
