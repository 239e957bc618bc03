import type { BoardDifference } from '#model';

/** Words for one difference, after the name of the note or arrow. */
const what: { [W in BoardDifference['what']]: string } = {
  'note-added': 'added',
  'note-removed': 'removed',
  'note-moved': 'moved',
  'note-resized': 'resized',
  'note-locked': 'locked',
  'note-unlocked': 'unlocked',
  renamed: 'renamed',
  fields: 'fields changed',
  code: 'code changed',
  'set-up': 'set up differently',
  'arrow-added': 'arrow added',
  'arrow-removed': 'arrow removed',
  'specification-added': 'specification added',
  'specification-removed': 'specification removed',
  'specification-changed': 'specification changed',
  'model-named': 'the model’s new name',
  settings: 'clock or storage set differently',
  views: 'views changed',
};

/** Texts of the history of the wall: of edits, never of events. */
export const wallHistoryTexts = {
  title: 'History of the wall',
  loading: 'Reading the edits …',
  shown: (position: number, of: number, label: string) =>
    position === 0 ? `Before the first of ${of} edits.` : `The wall after edit ${position} of ${of}: ${label}.`,
  compared: (position: number, of: number, label: string, pinned: number) =>
    `Edit ${position} of ${of}, ${label}, compared with ${pinned === 0 ? 'the time before the first' : `edit ${pinned}`}.`,
  isReadOnly: 'You look at how it was drawn. Nothing changes here, and no event is replayed.',
  place: 'Place in the history of the wall',
  placeValue: (position: number, of: number, label: string) =>
    position === 0 ? 'Before the first edit' : `Edit ${position} of ${of}, ${label}`,
  count: (position: number, of: number) => `${position} of ${of}`,
  steps: 'Step through the edits',
  play: 'Play the edits',
  pause: 'Pause',
  restoreHint: 'Makes the wall what it was here, as a new edit that can be undone',
  restored: (position: number, label: string) => `Go back to edit ${position}, ${label}`,
  branchHint: 'A model of its own that begins with this wall; this one stays as it is',
  branchName: (name: string, position: number) => `${name} (from edit ${position})`,
  compareHint: 'Keeps this moment; go to another one to see what differs',
  stopComparing: 'Stop comparing',
  edits: 'Edits',
  changes: 'Changes',
  editsAndChanges: 'Edits and changes',
  before: 'Before the first edit',
  undone: (label: string) => `Undo: ${label}`,
  redone: (label: string) => `Redo: ${label}`,
  thisTab: 'this tab',
  otherTab: (number: number) => `tab ${number}`,
  comparedWith: 'compared from here',
  ofEdit: (position: number) => (position === 0 ? 'Nothing was there yet.' : `What edit ${position} changed`),
  between: (from: number, to: number) => `What changed from edit ${from} to edit ${to}`,
  nothing: 'Nothing on the wall differs.',
  difference: (difference: BoardDifference) => {
    const words = `${difference.name}: ${what[difference.what]}`;
    return difference.what === 'renamed' ? `${words}, was ${difference.from}` : words;
  },
  mark: (difference: BoardDifference) =>
    difference.what === 'renamed' ? `was ${difference.from}` : what[difference.what],
};
