import { counted } from './counted.ts';

const list = (words: readonly string[]): string => words.join(', ');
const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** What the wall and its palette say. */
export const canvasText = {
  noteRole: 'note',
  describe: (kind: string, name: string, from: readonly string[], to: readonly string[]) =>
    sentences(`${kind} ${name}.`, from.length > 0 ? `From ${list(from)}.` : '', to.length > 0 ? `To ${list(to)}.` : ''),

  arrowRole: 'arrow',
  describeArrow: (from: string, to: string) => `Arrow from ${from} to ${to}`,
  describeLocked: (description: string) => `${description} Locked.`,
  lockHint: 'Locked: stays where it is, and keeps its name. Press to unlock',

  nameOf: (kind: string) => `Name of the ${kind.toLowerCase()}`,
  nameNeeded: 'A note needs a name.',
  addHint: (kind: string) => `Add: ${kind}. Click, or drag it onto the wall`,
  addNext: 'Add what comes next',
  run: (name: string) => `Run ${name}`,
  stored: (count: number) => `${count} stored`,
  breakpoint: (name: string) => `Playing stops at ${name}`,
  misfits: (count: number) => `${count} stored do not fit`,
  broken: (message: string) => `The code does not run: ${message}`,
  advice: (messages: string) => `Advice: ${messages}`,
  wentWrong: (message: string) => `Went wrong. ${message}`,
  typeTrouble: (message: string, more: number) =>
    more === 0 ? `TypeScript: ${message}` : `TypeScript: ${message} · ${more} more`,
  stopped: (message: string) => `Stopped: ${message}`,
  crashed: 'Crashed: it waits to be restarted',
  catchingUp: 'Catching up',
  paused: 'Paused',
  off: 'Off',
  state: 'State',
  process: 'A process manager: it keeps state',

  furtherKinds: 'Also',

  notPlaced: 'Not on the wall yet',
  placeHint: (name: string) => `Put ${name} on the wall: click, or drag it there`,

  newNote: 'New note',
  nextNote: (name: string) => `What comes after ${name}?`,
  connectTo: (name: string) => `Connect ${name} to`,
  disconnect: 'Remove the arrow',

  emptyTitle: 'An empty wall',
  emptyHint: 'Double-click anywhere, or press N, to add the first note.',
  backToContent: 'Back to the notes',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit everything',
  zoomTo100: 'Zoom to 100 %',
  select: 'Select',
  hand: 'Move the wall',
  space: 'Make room: drag to the right or down, back to take it away',

  undone: (label: string) => `Undone: ${label}`,
  redone: (label: string) => `Done again: ${label}`,
  selected: (count: number) => (count === 0 ? 'Nothing is selected' : `${counted(count, 'note', 'notes')} selected`),
  selectedOne: (name: string) => `${name} selected`,
  nothingChanged: 'Nothing changed',
  dragCancelled: 'Everything stays where it was',
  placed: (name: string) => `Put ${name} on the wall`,
  added: (kind: string, name: string) => `Add ${kind.toLowerCase()} ${name}`,
  moved: (count: number, name: string) => (count === 1 ? `Move ${name}` : `Move ${count} notes`),
  locked: (count: number, name: string) => (count === 1 ? `Lock ${name}` : `Lock ${count} notes`),
  unlocked: (count: number, name: string) => (count === 1 ? `Unlock ${name}` : `Unlock ${count} notes`),
  removed: (notes: number, connections: number, name: string) => {
    if (notes === 1) return `Delete ${name}`;
    if (notes > 1) return `Delete ${notes} notes`;
    return connections === 1 ? 'Delete an arrow' : `Delete ${connections} arrows`;
  },
  cut: (notes: number, _connections: number, name: string) => (notes === 1 ? `Cut ${name}` : `Cut ${notes} notes`),
  withLocked: (said: string, locked: number) =>
    locked === 0 ? said : `${said}, but not ${counted(locked, 'locked note', 'locked notes')}`,
  resized: (name: string) => `Resize ${name}`,
  connected: (from: string, to: string) => `Connect ${from} to ${to}`,
  disconnected: (from: string, to: string) => `Disconnect ${from} from ${to}`,
  reconnected: (from: string, to: string) => `Lead the arrow from ${from} to ${to}`,
  duplicated: (count: number, name: string) => (count === 1 ? `Duplicate ${name}` : `Duplicate ${count} notes`),
  pasted: (count: number) => `Paste ${counted(count, 'note', 'notes')}`,
  pastedFirst: (count: number) => `The first ${count} lines became notes`,
  pasteByKey: 'The browser keeps its clipboard from menus: paste by key on the wall',
  copied: (count: number) => `${counted(count, 'note', 'notes')} copied`,
};
