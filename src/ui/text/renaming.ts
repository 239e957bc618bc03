import { counted } from './counted.ts';

/** Words of the dialog that shows what a rename changes. */
export const renamingTexts = {
  rename: (from: string, to: string) => `Rename ${from} to ${to}`,
  description: 'All that is ticked changes with it, in one step of undo.',
  cancel: 'Cancel',
  noteOnly: 'Rename the note only',
  fieldOnly: 'Rename the field only',
  all: 'Rename',
  alike: (count: number) => `Also the same field of ${counted(count, 'other note', 'other notes')}`,
  code: (name: string, file: string) => (file === `${name}.ts` ? `Code of ${name}` : `Code of ${name}, ${file}`),
  unsure: 'May mean something else',
  unsureHint: 'Tick what means this name.',
  line: (line: number) => `Line ${line}`,
  becomes: 'becomes',
  specifications: (count: number) => counted(count, 'specification', 'specifications'),
  streams: (deciders: string[], field: string) =>
    `${deciders.join(', ')} will find the stream of a command in ${field}.`,
  byHand: 'To change by hand',
  byHandHint: 'These lines take the data as a whole, the field among it under its old name.',
  readStored: (name: string) => `Read ${name} from what is stored (an upcaster)`,
  storedNames: (count: number, name: string) =>
    `${counted(count, 'stored event is', 'stored events are')} named ${name}. ${count === 1 ? 'It stays' : 'They stay'} as written.`,
  storedFields: (count: number, name: string) =>
    `${counted(count, 'stored event has', 'stored events have')} the field ${name}. ${count === 1 ? 'It stays' : 'They stay'} as written.`,
  stillLooking: 'Still looking through what is stored …',
};
