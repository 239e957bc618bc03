import { countedInGroups } from './counted.ts';

const changes = (count: number): string => countedInGroups(count, 'change', 'changes');

export const whyPaneTexts = {
  asOf: (position: number) => (position === 0 ? 'before the first event' : `as of event ${position}`),
  watch: 'Watch it',
  watched: 'It is watched',
  isWatched: 'Watched',
  tooMany: 'At most 20 values are watched',
  close: 'Close',
  reading: 'Reading the history',
  events: 'The events that made it, the newest first',
  goTo: (position: number, type: string) => `Go to event ${position}, ${type}`,
  line: (line: number) => `line ${line}`,
  handledIn: (line: number) => `Handled in line ${line}`,
  madeIn: (line: number) => `Made in line ${line}`,
  goToLine: (line: number, file: string) => `Go to line ${line} of ${file}`,
  tooLarge: 'too large to show',
  appeared: 'appeared',
  vanished: 'vanished',
  inWhole: 'all of it',
  more: (count: number) => `and ${countedInGroups(count, 'more change', 'more changes')}`,
  newestOf: (shown: number, total: number) => `The newest ${shown} of ${changes(total)}.`,
  startedAs: 'Before the first event:',
  neverChanged: 'No event has changed it: it is as `initialState` made it.',
  neverThere: 'No event has made it: it is not there at this moment.',
  byPlace: 'Followed by its place in the list, whatever stood there.',

  whyDifference: (path: string) => `Why? ${path}`,
  given: (number: number, type: string) => `Given ${number}, ${type}`,
  decided: (type: string) => `Decided on ${type}`,
  noGiven: 'None of the given events makes it.',

  onTheWall: 'On the wall:',
  goToNote: (name: string) => `Go to the note ${name}`,
  marked: (names: string[]) => `Marked on the wall: ${names.join(', ')}`,
  unmarked: 'The marks on the wall are gone',

  changedHere: 'Changed by this event',
  changedNothing: 'No state and no document.',

  noWatches: 'Nothing is watched yet',
  howToWatch:
    'Ask why of any value, then press the eye beside the answer: its course over the whole history stands here.',
  unwatch: (name: string) => `Stop watching ${name}`,
  course: (name: string, total: number) => `Course of ${name}, ${changes(total)}`,
  courseOfNumbers: (name: string, total: number, low: string, high: string) =>
    `Course of ${name}, ${changes(total)} between ${low} and ${high}`,
  courseValue: (value: string, position: number) =>
    position === 0 ? `${value}, before the first event` : `${value}, at event ${position}`,
  drawn: (drawn: number) => `${drawn} of them are drawn`,
};
