import type { FollowPace, LeftOutEvent } from '#state';
import { counted } from './counted.ts';

const everySeconds = (seconds: number): string =>
  seconds === 1 ? 'One event a second' : `One event every ${seconds} seconds`;

/** Words for how an asynchronous read model lives. */
export const lifeCycleTexts = {
  lifeCycle: (name: string) => `How ${name} follows the events`,
  heading: 'How it follows the events',
  paces: (pace: FollowPace): string => {
    if (pace.kind === 'slow') return everySeconds(pace.secondsPerEvent);
    return pace.kind === 'paused' ? 'Paused' : 'As they come';
  },
  behind: (events: number) => (events > 0 ? `${events} behind` : 'up to date'),
  asOfNow: (position: number) =>
    `How it follows is as of now; the documents are what the events up to ${position} make of them, each handed over once.`,
  pause: 'Pause',
  goOn: 'Go on',
  step: 'Next event',
  crash: 'Crash at the next event',
  crashHint: 'Its documents are stored, its checkpoint is not',
  isArmed: 'Crashes at the next event that changes a document',
  disarm: 'Do not',
  hasCrashed: (checkpoint: number) =>
    `Crashed between documents and checkpoint: what came after event ${checkpoint} is stored, and will come again.`,
  restart: 'Restart',
  reset: 'Reset',
  resetHint: 'Drops its documents and begins with the first event',
  stopped: 'Stopped',
  goToEvent: (position: number) => `Go to event ${position}`,
  retry: 'Try again',
  skip: 'Skip it',
  park: 'Park it',
  parkHint: 'Goes on without it, and keeps it to be replayed',
  leftOut: 'Left out',
  leftOutEvent: ({ position, type, how }: LeftOutEvent) => `event ${position}, ${type} (${how})`,
  replay: 'Replay',
  replayLabel: (position: number) => `Replay event ${position}`,
  andMore: (count: number) => `and ${counted(count, 'event', 'events')} more`,

  change: 'Change …',

  versions: 'When its code changes',
  replaceAtOnce: 'Replace the documents at once',
  buildBeside: 'Build the new version beside',
  buildBesideHint: 'The present one serves until you switch',
  wallIsBeside: 'The code on the wall is built beside the version that serves.',
  wallServes: 'The code on the wall serves. The version before it is kept.',
  otherStopped: (message: string) => `It stopped: ${message}`,
  compare: 'Compare',
  switch: 'Switch to it',
  takeBack: 'Take it back',
  comparison: (name: string) => `Two versions of ${name}`,
  sides: 'A is what serves, B is the other version.',
  noDifference: 'Both hold the same documents.',
};
