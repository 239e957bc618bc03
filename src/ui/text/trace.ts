import { timelineTexts } from './timeline.ts';

type Outcome = keyof typeof timelineTexts.outcomes;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words of causes and consequences. */
export const traceTexts = {
  tree: 'Causes and consequences',
  close: 'Close the trace',
  nothing: 'Nothing has happened yet',
  howTo: 'Step to an event: what led to it and what came of it stand here.',

  kinds: {
    command: 'Command',
    event: 'Event',
    policy: 'Policy',
    'read-model': 'Read model',
    unrecorded: 'Cause',
    correlation: 'Correlation',
  },
  event: (position: number) => `#${position}`,
  policy: 'answered',
  readModel: 'heard it',
  unrecorded: 'not recorded here',
  correlation: (starts: number) => `${counted(starts, 'beginning', 'beginnings')}, one correlation`,
  by: { person: 'by a person', script: 'by a script', delivery: 'handed over' } as { [origin: string]: string },
  outcome: (outcome: Outcome) => (outcome === 'appended' ? '' : timelineTexts.outcomes[outcome]),
  more: (count: number) => `Show ${count} more`,
  goToLine: (line: number) => `line ${line}`,
  goToLineOf: (line: number, file: string) => `Go to line ${line} of ${file}`,

  lit: (name: string, causes: number, consequences: number) =>
    `${name}: ${counted(causes, 'cause', 'causes')}, ${counted(consequences, 'consequence', 'consequences')}, lit on the wall`,
};
