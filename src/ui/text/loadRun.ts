import type { LoadReport } from '#state';
import { counted, countedInGroups, grouped } from './counted.ts';

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export const milliseconds = (ms: number): string =>
  ms >= 10_000 ? inSeconds(ms) : `${ms < 10 ? ms.toFixed(1) : grouped(Math.round(ms))} ms`;

export const loadRunTexts = {
  title: 'Load run',
  description:
    'Many users send a command to your decider, whether or not it keeps up. It happens in a store of its own, which is thrown away afterwards: nothing that is recorded here changes.',
  command: 'Command',
  noCommand: 'No command leads to a decider yet: connect one, then come back.',
  users: 'Users',
  seconds: 'Come within (seconds)',
  pace: (users: number, seconds: number) => `${grouped(Math.round(users / seconds))} commands a second`,
  streams: 'Streams',
  own: 'One for each user',
  hot: 'A few, shared',
  shared: 'Shared streams',
  beginsAs: (stream: string, commands: number) =>
    commands === 0
      ? 'Each begins with nothing in it'
      : `Each begins as ${stream}, by the ${counted(commands, 'command', 'commands')} that it was sent`,
  handling: 'Handled',
  racing: 'Racing',
  racingHint: 'Four servers take one command each; whoever is overtaken decides again.',
  grouped: 'Grouped',
  groupedHint: 'One server decides all that wait, and stores them in one transaction.',
  start: 'Start',
  again: 'Start again',
  stop: 'Stop',
  close: 'Close',
  wrongUsers: 'Between 1 and 100,000',
  wrongSeconds: 'Between 1 and 600',
  wrongStreams: 'At least 1, and no more than users',
  starting: 'Loading the code …',
  standing: ({ arrived, appended, rejected, failed, milliseconds: ms, isDone }: LoadReport, users: number) => {
    const answered = appended + rejected + failed;
    const rate = ms > 0 ? Math.round((answered * 1000) / ms) : 0;
    const waiting = arrived - answered;
    const stopped = isDone && answered < users ? `, stopped at ${grouped(arrived)} users` : '';
    return isDone
      ? `${countedInGroups(answered, 'command', 'commands')} answered in ${inSeconds(ms)}, ${grouped(rate)} a second${stopped}`
      : `${grouped(answered)} of ${grouped(users)} answered, ${grouped(rate)} a second, ${grouped(waiting)} waiting`;
  },
  answeredPlot: 'Commands answered, and waiting',
  latencyPlot: 'Latency of those answered, ms',
  answered: 'answered a second',
  waiting: 'waiting',
  p50: 'half of them',
  p95: '95 %',
  p99: '99 %',
  figures: 'What came of it',
  appended: 'Appended',
  rejected: 'Rejected',
  failed: 'Failed',
  conflicts: 'Conflicts, decided again',
  stale: 'Documents out of date, computed again',
  transactions: 'Transactions',
  folded: 'Events folded per command',
  latency: 'Latency: half, 95 %, 99 %, longest',
  firstRefusal: (message: string) => `The first one that was refused was told: “${message}”`,
  foldedPer: (folded: number, commands: number) => (commands === 0 ? '0' : (folded / commands).toFixed(2)),
};
