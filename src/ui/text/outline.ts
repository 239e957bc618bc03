import { counted } from './counted.ts';

/** Texts of the wall as a table. */
export const outlineTexts = {
  title: 'Outline of the wall',
  summary: (notes: number, arrows: number) =>
    `${counted(notes, 'note', 'notes')} and ${counted(arrows, 'arrow', 'arrows')}, in the order in which the wall is read.`,
  keys: 'Arrow keys go from row to row, Enter goes to the note on the wall, F2 renames it.',
  empty: 'An empty wall',
  emptyHint: 'Go back to the wall and press N to add the first note.',
  kind: 'Kind',
  name: 'Name',
  after: 'Comes after',
  before: 'Leads to',
  fields: 'Fields',
  problems: 'Problems',
  actions: 'What can be done',
  none: 'none',
  goTo: (name: string) => `${name}: go to the note`,
  rename: (name: string) => `Rename ${name}`,
  newName: (name: string) => `New name of ${name}`,
  addNext: (name: string) => `Add what comes after ${name}`,
} as const;
