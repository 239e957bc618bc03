import { counted } from './counted.ts';

/** Words of finding within a model, and of going to anything. */
export const findTexts = {
  find: 'Find in this model',
  placeholder: 'Notes, fields, code, specifications, events',
  previous: 'Previous',
  next: 'Next',
  close: 'Close',
  place: (index: number, count: number) => `${index} of ${count}`,
  nothing: (typed: string) => `Nothing holds “${typed}”.`,
  found: (count: number) => `${counted(count, 'place', 'places')} found`,
  groups: {
    note: 'Notes',
    field: 'Fields',
    code: 'Code',
    specification: 'Specifications',
    event: 'Recorded events',
  },
  more: (heading: string, most: number) => `${heading}, the first ${most}`,
  line: (file: string, line: number) => `${file}, line ${line}`,
  event: (position: number, type: string) => `${position} ${type}`,

  anything: 'Do or go to anything',
  anythingPlaceholder: 'An action, a note, a model, the number of an event',
  noAnswer: (typed: string) => `Nothing answers to “${typed}”.`,
  actions: 'Actions',
  notes: 'Notes on the wall',
  views: 'Views of the wall',
  models: 'Models',
  samples: 'Samples, as your own copy',
  events: 'Recorded events',
  goToEvent: (position: number, type: string) => `Event ${position}: ${type}`,
};
