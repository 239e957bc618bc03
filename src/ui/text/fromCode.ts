import { counted } from './counted.ts';

/** Words of the way from code to the wall. */
export const fromCodeTexts = {
  title: 'From code to the wall',
  description:
    'Paste a decider, a read model or a policy in TypeScript. Nothing runs and nothing is added before you say so.',
  code: 'Code',
  willAdd: (name: string, notes: number) => `${name}: ${counted(notes, 'new note', 'new notes')}`,
  isThere: 'on the wall already',
  noFields: 'no fields',
  remarks: 'Please look at',
  cancel: 'Cancel',
  add: 'Add to the wall',
  added: (name: string) => `Add ${name} from code`,
};
