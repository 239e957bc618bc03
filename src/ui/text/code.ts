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
  addCase: (count: number) => (count === 1 ? 'Add the case' : 'Add the cases'),
  byHand: (line: number) => `Go to line ${line}`,
};
