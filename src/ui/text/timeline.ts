import { type CodeError, describeEndless, type LongWork } from '#state';
import { countedEvents, grouped } from './counted.ts';
import { goToLine } from './goToLine.ts';

const outcomes = {
  appended: 'appended',
  rejected: 'refused',
  conflict: 'conflict',
  failed: 'failed',
  unknown: 'outcome unknown',
} as const;

/** How a command ended, after its name. */
const ends: { [outcome in keyof typeof outcomes]: string } = {
  appended: 'was appended',
  rejected: 'was refused',
  conflict: 'met a conflict',
  failed: 'failed',
  unknown: 'has no known outcome',
};

const works: { [kind in LongWork['kind']]: string } = {
  reading: 'Reading',
  looking: 'Replaying',
  copying: 'Copying',
  deciding: 'Deciding',
  comparing: 'Comparing',
  saving: 'Saving',
};

export const timelineTexts = {
  timeline: 'Timeline',
  steps: 'Step through the history',
  toStart: 'To the start',
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  forward: 'Step forward',
  toNow: 'To now',
  speed: 'Speed',
  goToNumber: 'Go to event number',
  ofEvents: (head: number) => `of ${grouped(head)}`,
  position: grouped,
  event: 'Event',
  asOfEvent: 'As of event',
  now: 'now',
  past: (position: number, head: number) =>
    position === 0
      ? `As of before event 1 of ${grouped(head)}.`
      : `As of event ${grouped(position)} of ${grouped(head)}.`,
  isReadOnly: 'History is read-only here.',
  returnToNow: 'Return to now',
  revealing: (position: number, head: number) => `Showing event ${grouped(position)} of ${grouped(head)}`,
  nextHop: 'Next',
  longWork: ({ kind, done, total }: LongWork) =>
    kind === 'comparing'
      ? `${works[kind]}: ${Math.floor((done / Math.max(1, total)) * 100)} %`
      : `${works[kind]} ${grouped(done)} of ${grouped(total)} ${kind === 'deciding' ? 'commands' : 'events'}`,
  stopWork: 'Stop',
  stopping: 'Stopping …',
  scrubber: 'Place in history',
  scrubberValue: (position: number, head: number, type: string | undefined) =>
    head === 0
      ? 'Nothing has happened yet'
      : `${grouped(position)} of ${grouped(head)}${type ? `, ${type}` : ', before the first event'}`,
  announce: (position: number, head: number, type: string | undefined) =>
    type ? `Event ${grouped(position)} of ${grouped(head)}: ${type}` : `Before the first of ${countedEvents(head)}`,

  runs: 'Runs of this model',
  run: (name: string) => name || 'Runs',
  eventsOfRun: countedEvents,
  runAgain: 'Start again from the recorded history',
  runAgainHint: 'Sends the recorded commands to the present code',
  newRun: 'New empty run',
  newRunHint: 'This one is kept',
  deleteRun: (name: string) => `Delete ${name}`,

  lanes: 'Streams',
  nothingYet: 'Nothing has happened yet',
  howToBegin: 'Press ▶ on a command note and send it: its events land here, one row a stream.',
  watchStream: (stream: string) => `${stream}: keep its state in sight`,
  noStream: 'no stream',
  ghostLane: (stream: string) => `${stream}: nothing stored yet`,
  chip: (type: string, position: number, stream: string) => `${type}, event ${position}, ${stream}`,
  refusedChip: (type: string, outcome: keyof typeof outcomes, reason: string) => `${type} ${ends[outcome]}: ${reason}`,
  outcomes,
  conflictReason: (expected: string | number, actual: number) => `decided on ${expected}, the stream was at ${actual}`,
  unknownReason: 'the tab went away before its outcome was known',

  stateAndStep: 'State and step',
  stateView: 'What to show of the state',
  wholeState: 'the whole',
  step: 'Step',
  state: 'State',
  before: 'Before',
  after: 'After',
  difference: 'Diff',
  beforeFirst: 'Before the first event',
  previousOfType: 'Previous of this type',
  nextOfType: 'Next of this type',
  previousOfStream: 'Previous in this stream',
  nextOfStream: 'Next in this stream',
  version: (version: number) => (version === 0 ? 'not there yet' : `version ${grouped(version)}`),
  noDecider: 'No decider owns this stream.',
  doesNotRun: (owner: string) => `The code of ${owner} does not run.`,
  publicStream: 'Public events make up no state. Other contexts hear them.',
  noChange: 'This step changed nothing here.',
  goToLine,
  brokeAt: (error: CodeError) =>
    error.name === 'TimeoutError'
      ? describeEndless(error)
      : `${error.phase} broke${error.position === undefined ? '' : ` at event ${error.position}`}: ${error.message}`,

  readModels: 'Read models',
  readModel: 'Read model',
  withChanges: (name: string, changes: number) => (changes > 0 ? `${name} (${changes} changed)` : name),
  noReadModels: 'No read models yet',
  howToAddReadModel: 'Put a read model on the wall and lead an event to it: its rows appear here.',
  noDocuments: 'No documents at this moment.',
  document: 'Document',
  rebuild: 'Rebuild visibly',
  stopRebuild: 'Stop rebuilding',
  rebuilding: (position: number, of: number) => `Rebuilding: ${position} of ${of}`,
  wasBefore: (value: string) => `before: ${value}`,
  removed: 'removed',
  isNew: 'new',
  hideTimeline: 'Hide the timeline',
  showTimeline: 'Show the timeline',

  hasFaults: 'faults on',

  documentsLeft: (count: number) => `And ${count} more.`,
  showMore: 'Show more',
  recordedSpeed: 'Recorded',
  fastest: '60/s',
  speedHint: 'As recorded, gaps keep their proportion: the usual one lasts 0.6 s, none longer than 3 s',
  goTo: 'Go to an event by number, time (10:15, 2026-03-02 10:15) or version (Cart-1 version 3)',
  timeOf: (time: string) => `Recorded ${time}. Type another time to go there`,
};
