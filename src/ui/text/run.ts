import { type CodeError, describeEndless } from '#state';
import { countedEvents } from './counted.ts';
import { goToLine } from './goToLine.ts';

export const runTexts = {
  send: 'Send',
  sending: 'Sending …',
  returnAndSend: 'Return and send',
  close: 'Close the form',
  none: '–',
  addItem: (list: string) => `Add to ${list}`,
  removeItem: (item: string) => `Remove ${item}`,
  stream: 'Stream',
  newStream: 'new',
  useNewId: (id: string) => `New: ${id}`,
  noDecider: 'Lead an arrow from this command to a decider, so that somebody decides on it.',
  youSaw: (version: number) => (version === 0 ? 'You saw no such stream' : `You saw version ${version}`),
  isNowAt: (version: number) => `it is now at ${version}`,
  expect: 'Decide on',
  latest: 'the latest version',
  asSeen: (version: number) => (version === 0 ? 'no stream, as you saw it' : `version ${version}, as you saw it`),
  noStream: 'no stream',
  any: 'any version, unchecked',
  aNumber: 'a version of your own',
  versionNumber: 'Version',
  pace: 'Pace',
  instant: 'Instant',
  slow: 'Slow',
  byHand: 'By hand',
  /** Code that hung while it loaded says so itself. */
  brokenCode: (name: string, error: CodeError) =>
    error.name === 'TimeoutError'
      ? `Sending is off. ${describeEndless(error)}`
      : `Sending is off: the code of ${name} does not run${error.place ? ` (line ${error.place.line})` : ''}: ${error.message}`,
  goToCode: 'Go to the code',
  required: 'This is needed.',
  noFields: 'This command has no fields.',
  foldCost: ({ read, kept }: { read: number; kept: number }) =>
    kept === 0
      ? `Folded ${countedEvents(read)}, from the first.`
      : `Folded ${countedEvents(read)}; the state after ${kept} was kept.`,
  noticed: (phase: string, message: string, line: number | undefined) =>
    `${phase}${line === undefined ? '' : `, line ${line}`}: ${message}`,
  goToLine,
  printed: (lines: number) => `Console: ${lines} line${lines === 1 ? '' : 's'}`,
  atLine: (line: number) => `line ${line}`,
  showChain: 'Show the chain',
  dismiss: 'Dismiss',
  switchPolicyOff: 'Switch this policy off',
};
