import type { CommandRecord, CoursePhase, RecordedEvent } from '#state';
import { countedEvents, grouped } from './counted.ts';
import { goToLine } from './goToLine.ts';

type Named = (definitionId: string) => string;
/** How a command ended, or that an event of which no command is known was recorded. */
export type CourseOutcome = CommandRecord['outcome']['kind'] | 'recorded';
type Append = { outcome: CourseOutcome; events: readonly RecordedEvent[] };

const appends: { [outcome in CourseOutcome]: string } = {
  appended: 'Append',
  rejected: 'Refused',
  conflict: 'Conflict',
  failed: 'Failed',
  unknown: 'Outcome unknown',
  recorded: 'Recorded',
};

/** Words of the pane in which a command is stepped through. */
export const courseTexts = {
  course: (type: string) => `Stepping into ${type}`,
  phases: 'Phases',
  working: 'Working it out …',
  place: 'Place in the course of the command',
  counted: (at: number, of: number) => `${at} of ${of}`,
  otherCode: 'As the code is now: other code decided then.',

  received: 'Received',
  sentTo: (stream: string, at: string) => `For ${stream || 'no stream'}, at ${at}`,
  metadata: 'Metadata',
  read: 'Read the stream',
  readOf: (stream: string, count: number, version: number) =>
    version === 0
      ? `${stream || 'The stream'} is not there yet: decided on version 0, the initial state.`
      : `${stream}: ${countedEvents(count)} read, decided on version ${version}.`,
  readUpTo: (stream: string, count: number) => `${stream}: ${countedEvents(count)} up to this one.`,
  notThere: (version: number) => `Version ${version} was expected, which is not there: nothing was decided.`,
  initial: 'Initial state',
  skipped: (count: number) => `… ${grouped(count)} more`,
  skippedOf: (count: number) => `${countedEvents(count)} in between, folded the same way.`,
  openFirst: (count: number) => `Open the first ${count}`,
  openLast: (count: number) => `Open the last ${count}`,
  openAll: 'Open them',
  decide: 'Decide',
  append: ({ outcome, events: stored }: Append) =>
    outcome === 'appended' && stored.length === 0 ? 'Nothing to append' : appends[outcome],
  appended: (stream: string, expected: number) => `To ${stream}, which must still be at version ${expected}:`,
  appendedAt: (position: number, version: number) => `event ${position}, version ${version}`,
  recordedIn: (stream: string, at: string) => `In ${stream}, at ${at}, without a command that is known.`,
  nothingStored: 'Nothing was stored.',
  nothingToAppend: 'Accepted, with nothing to record.',
  inline: 'In the transaction of the append',
  async: 'Afterwards, by itself',
  sent: 'Sent then',
  sentNothing: 'Sent nothing then.',
  publishes: (types: string[]) => `Publishes ${types.join(', ')}.`,
  publishesNothing: 'Publishes nothing.',
  wouldSend: (types: string[]) => `The present code sends ${types.join(', ')}.`,
  handedTo: (stream: string, at: string) => `Handed over as ${stream}, at ${at}:`,
  sentOn: (stream: string, at: string) => `Sent to ${stream || 'no stream'}, at ${at}:`,
  intoType: (type: string) => `Step into ${type}`,
  due: (at: string) => `due at ${at}`,
  broken: 'Cannot run',

  went: 'In',
  came: 'Out',
  state: 'State',
  changes: 'What changed',
  noChange: 'Nothing changed.',
  removed: 'removed',
  returned: 'returns',
  otherResult: 'The present code decides otherwise than what is recorded.',
  goToLine,
  atLine: (file: string, line: number) => `${file}, line ${line}`,
  begins: (name: string) => `${name} begins`,
  anonymous: 'a function',
  runsNext: 'runs next',
  ends: 'ends',
  variables: 'Variables',
  changed: 'changed',
  noSteps: 'It runs without statements of its own.',
  howToStep: 'Step on to go through its statements.',
  cuts: {
    steps: 'The record ends here: it was long enough. The code ran to its end.',
    size: 'The record ends here: its values were large enough. The code ran to its end.',
    time: 'It was stopped here: it did not come to an end.',
  },
};

/** A phase in a few words, for the list of phases. */
export const nameOfPhase = (phase: CoursePhase, outcome: CourseOutcome, named: Named): string => {
  switch (phase.kind) {
    case 'received':
      return courseTexts.received;
    case 'read':
      return courseTexts.read;
    case 'initial':
      return courseTexts.initial;
    case 'evolve':
      return phase.event.type;
    case 'skipped':
      return courseTexts.skipped(phase.events);
    case 'decide':
      return courseTexts.decide;
    case 'append':
      return courseTexts.append({ outcome, events: phase.events });
    case 'project':
      return named(phase.moduleId);
    case 'react':
      return named(phase.moduleId);
    case 'onward':
      return phase.record.origin.kind === 'delivery' ? named(phase.moduleId) : phase.record.type;
    case 'broken':
      return `${named(phase.moduleId)}: ${courseTexts.broken}`;
  }
};
