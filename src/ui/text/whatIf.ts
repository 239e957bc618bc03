import { counted } from './counted.ts';

/** Texts of the dialogs about branches. */
export const whatIfTexts = {
  title: 'What if …',
  description: (run: string) => `A run of its own, where it goes otherwise. ${run || 'This run'} stays as it is.`,
  difference: 'What is different',
  nothing: (position: number) =>
    position === 0 ? 'It begins before the first event' : `It goes on from event ${position}`,
  drop: (position: number, type: string) => `Without event ${position}, ${type}`,
  change: (position: number, type: string) => `Event ${position}, ${type}, with other data`,
  insert: (position: number) =>
    position === 0 ? 'With another event at the beginning' : `With another event after event ${position}`,
  data: 'Its data',
  event: 'Event',
  stream: 'Stream',
  streamNeeded: 'Write a stream’s name, such as ShoppingCart-cart-1.',
  rest: 'What comes after it',
  asRecorded: 'The events after it are taken over as they were recorded',
  sentAgain: 'The commands after it are sent again, and the present code decides anew',
  leftOut: 'Nothing: it goes on from there',
  asRecordedHint: (count: number) =>
    count === 0
      ? 'Nothing was recorded after it.'
      : `${counted(count, 'event', 'events')} after it. Nobody decides on them again, so they may not fit what is different.`,
  sentAgainHint: 'With their ids and times. A command may be refused this time, or bring about other events.',
  leftOutHint: 'What was recorded after it stays in the other run.',
  clock: 'Set the clock (optional)',
  clockHint: (present: string) => `By how much (+3d, +2h, +30m), or to a time. Here it is ${present}.`,
  clockWrong: (present: string) =>
    `Write +3d or a time such as ${present}, not before it: a clock never runs backwards.`,
  make: 'Make the branch',
  cancel: 'Cancel',
  renameTitle: 'Rename this run',
  name: 'Name',
  rename: 'Rename',
};
