import { counted } from './counted.ts';

/** Words of the inspector: details of what is selected, and problems when nothing is. */
export const inspectorTexts = {
  details: 'Details',
  code: 'Code',
  types: 'What TypeScript says',
  specifications: 'Specs',
  versions: 'Versions',

  name: 'Name',
  onTheWall: (count: number) => `${counted(count, 'note', 'notes')} on the wall`,
  showNote: (index: number) => `Show note ${index}`,
  formerNames: (names: string[]) => `Once named ${names.join(', ')}`,

  upcasts: 'Upcasters',
  upcastsHint: 'Stored events stay as written. Code is handed them like this:',
  version: (version: number) => `Version ${version}`,

  /** "2 notes", "15 notes and 25 arrows" */
  selected: (notes: number, arrows: number) =>
    [notes > 0 && counted(notes, 'note', 'notes'), arrows > 0 && counted(arrows, 'arrow', 'arrows')]
      .filter(Boolean)
      .join(' and '),
  andMore: (count: number) => `and ${count} more`,
  arrow: 'Arrow',

  streams: 'Streams',
  category: 'Category',
  categoryWrong: 'A category has no “-” and no blank',
  idField: 'Id field',
  streamsHint: (category: string, idField: string) =>
    `A command goes to the stream ${category}-<${idField}>, named by that field of its own.`,
  changeStreams: (name: string) => `Change streams of ${name}`,
  storedStay: (count: number, category: string) =>
    `${counted(count, 'event', 'events')} stored in ${category} streams stay there.`,

  updates: 'Updates',
  inline: 'Inline',
  async: 'Asynchronous',
  inlineHint:
    'Changes in the same transaction as the events. If it breaks, nothing is stored. Changed code replaces its documents at once: only what follows afterwards can be built beside what serves.',
  asyncHint: 'Follows the events afterwards. If it breaks, it stops there and the others go on.',
  changeLifecycle: (name: string) => `Change when ${name} is updated`,
  rebuild: 'Rebuild visibly',
  rebuildHint: 'Empties it and runs the stored events through it, one by one.',
  rebuilding: (position: number, of: number) => `Rebuilding: event ${position} of ${of}`,

  policyOn: 'Reacts to new events',
  policyOffHint: 'While it is off, it hears nothing. It does not catch up on what it missed.',
  switchOn: (name: string) => `Switch ${name} on`,
  switchOff: (name: string) => `Switch ${name} off`,
  keepState: 'Keep state',
  keepStateHint: 'As a process manager it remembers between events, in a stream of its own, and may schedule messages.',
  makeProcess: (name: string) => `Make ${name} a process manager`,
  processStreamsHint: (category: string) =>
    `What it hears and asks for is stored in ${category}-<workflow id>; getWorkflowId in its code names the process.`,
};

/** Words of the editor for fields. */
export const fieldTexts = {
  fields: 'Fields',
  rows: 'Rows',
  line: 'Line',
  shownAs: 'Fields are shown as',
  fieldName: 'Field name',
  name: 'Name',
  type: 'Type',
  example: 'Example',
  optional: 'Optional',
  add: 'Add a field',
  addTo: (name: string) => `Add a field to ${name}`,
  change: (name: string) => `Change fields of ${name}`,
  noneHint: 'Fields become the form of the command and the types in the code.',
  options: (name: string) => `Options of ${name}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove',
  nameNeeded: 'A field needs a name',
  nameTaken: (name: string) => `There is a field ${name} already`,
  choices: 'Choices',
  choicesNeeded: 'At least one choice',
  prefix: 'New ids',
  prefixHint: (prefix: string) => `${prefix}-1, ${prefix}-2, …`,
  uuidHint: 'A UUID each, without a prefix',
  of: 'Each is',
  nothing: '–',
  lineLabel: 'Fields in one line',
  troubleAt: (message: string, rest: string) =>
    rest === '' ? message : `${message} It goes wrong at “${rest.slice(0, 24)}”.`,
  lineHint: 'Such as cartId: id(cart), quantity: number = 1, notes?: text. Enter takes it over.',
  kinds: {
    text: 'Text',
    number: 'Number',
    boolean: 'Yes / no',
    date: 'Date',
    id: 'Id',
    choice: 'Choice',
    list: 'List',
    object: 'Object',
  },
};

/** Words of the tables that tell where fields come from. */
export const flowTexts = {
  fromAndUsedBy: 'Where fields come from and go',
  madeOf: 'What its documents are made of',
  field: 'Field',
  from: 'From',
  usedBy: 'Used by',
  person: 'Whoever sends it',
  unknown: 'Not found in the code',
  nobody: 'Nobody',
  sources: { state: 'the state', clock: 'the clock', code: 'the code' },
  fieldOf: (message: string, field: string) => `${message}.${field}`,
  toLine: (words: string, name: string, line: number) =>
    words === name ? `${name}, line ${line}` : `${words}: ${name}, line ${line}`,
};

/** Words for what is wrong with the model as a whole. */
export const problemTexts = {
  problems: 'Problems',
  none: 'Nothing is wrong',
  noneHint: 'Select a note to see and change what it is.',
  code: 'Code',
  types: 'What TypeScript says',
  specifications: 'Specifications',
  readModels: 'Read models that stopped',
  policies: 'Policies that stopped',
  stopped: (knows: number, message: string) =>
    `Stopped at event ${knows + 1}: ${message}. It serves what it knew at ${knows}.`,
  tryAgain: 'Try again',
  storedEvents: 'Stored events',
  stayAsWritten: 'They stay as written.',
  staysAsWritten: 'It stays as written.',
  listThem: 'List them',
  hideThem: 'Hide them',
  makeOptional: 'Make it optional',
  makeOptionalAction: (path: string) => `Make ${path} optional`,
  writeUpcaster: 'Write an upcaster',
  writeCode: 'Upcaster by code',
  writeUpcasterAction: (name: string) => `Write an upcaster for ${name}`,
  readAs: (from: string, to: string) => `Read ${from} as ${to}`,
  event: (position: number) => `Event ${position}`,
  andMore: (count: number) => `and ${count} more`,
};
