import type { ReplayedCommand } from '../ReplayData.ts';

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** "2026-03-02 10:15:30" */
export const readableTime = (iso: string): string => iso.replace('T', ' ').replace(/(\.000)?Z$/, '');

const outcomes: { readonly [outcome in ReplayedCommand['outcome']]: string } = {
  appended: 'appended',
  rejected: 'refused',
  conflict: 'conflict',
  failed: 'failed',
  unknown: 'outcome unknown',
};

const senders: { readonly [kind in ReplayedCommand['by']['kind']]: (policy: string) => string } = {
  person: () => 'sent by a person',
  script: () => 'sent by a script',
  policy: (policy) => `sent by ${policy}`,
  delivery: (policy) => `handed to ${policy}`,
};

export const texts = {
  about: 'A recorded history, made with Replayground. Nothing in this page is run, and nothing is sent.',
  openAgain: 'To go on with the model, open this file in Replayground.',
  onlySome: (from: number, to: number, total: number) =>
    `Events ${grouped(from)} to ${grouped(to)} of ${grouped(total)} are in this page.`,
  wall: 'Wall',
  wholeWall: 'Whole wall',
  steps: 'Step through the history',
  toStart: 'To the start',
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  forward: 'Step forward',
  toEnd: 'To the end',
  scrubber: 'Place in history',
  speed: 'Speed',
  place: (position: number, total: number) => `${grouped(position)} of ${grouped(total)}`,
  placeInWords: (position: number, total: number, type: string | undefined, stream: string | undefined) =>
    type === undefined
      ? `Before event ${grouped(position + 1)} of ${grouped(total)}`
      : `Event ${grouped(position)} of ${grouped(total)}: ${type}, ${stream}`,
  streams: 'Streams',
  noStream: 'no stream',
  watch: (stream: string) => `${stream}: keep its state in sight`,
  chip: (position: number, type: string, stream: string) => `Event ${grouped(position)}: ${type}, ${stream}`,
  refusedChip: (type: string, outcome: ReplayedCommand['outcome']) => `${type}: ${outcomes[outcome]}`,
  event: 'Event',
  beforeFirst: 'Nothing of what is shown has happened yet. Step forward to begin.',
  noEvents: 'Nothing has happened in this model yet.',
  stream: 'Stream',
  version: (version: number) => `version ${grouped(version)}`,
  recordedAt: 'Recorded at',
  command: 'Command',
  sent: ({ by }: ReplayedCommand) => senders[by.kind](by.policy ?? 'a policy'),
  outcomeOf: ({ outcome }: ReplayedCommand) => outcomes[outcome],
  commandData: 'What the command said',
  metadata: 'Metadata',
  refused: 'Then, of which nothing was stored',
  state: 'State',
  followEvent: 'Follow the event',
  before: 'Before',
  after: 'After',
  same: 'This event left the state as it was.',
  unfolded: 'Nobody makes a state of this stream.',
  broke: (message: string) => `The code breaks here: ${message}`,
  readModels: 'Read models',
  noReadModels: 'There are no read models in this model.',
  noDocuments: 'No documents yet.',
  more: (count: number) => `and ${grouped(count)} more, which are not in this page`,
  pageBack: 'Back',
  pageForward: 'Next',
  page: (page: number, pages: number) => `Page ${grouped(page)} of ${grouped(pages)}`,
  document: 'Document',
  value: 'Value',
  added: 'new',
  removed: 'removed',
  changed: 'changed',
} as const;
