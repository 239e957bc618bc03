import { counted } from './counted.ts';
import { readableTime } from './readableTime.ts';

const second = 1000;
const units: readonly [ms: number, word: string][] = [
  [24 * 3600 * second, 'd'],
  [3600 * second, 'h'],
  [60 * second, 'min'],
  [second, 's'],
];

/** "24 h", "1 d 2 h", "30 min": the two largest units that say something. */
const duration = (ms: number): string => {
  let rest = Math.max(0, Math.round(ms / second) * second);
  const parts = units.flatMap(([size, word]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return parts.slice(0, 2).join(' ') || '0 s';
};

const shown = (time: number): string => readableTime(new Date(time).toISOString());

export const clockTexts = {
  clock: 'Clock',
  shows: (time: number, isStopped: boolean) => `${shown(time)}, ${isStopped ? 'stopped' : 'running'}`,
  readOnly: 'Return to now to wind the clock',
  minute: 'A minute on',
  hour: 'An hour on',
  day: 'A day on',
  next: 'To the next scheduled message',
  toTime: 'To a time …',
  isStopped: 'Stopped, with a step for each command',
  isRunning: 'Running',
  stop: 'Stop the clock',
  start: 'Let the clock run',
  waiting: 'Waiting',
  waits: (count: number) => `${count} waiting`,
  due: (inMs: number, type: string) => (inMs > 0 ? `in ${duration(inMs)}: ${type}` : `due: ${type}`),
  dueAt: (time: string, stream: string) => `${readableTime(time)}, ${stream}`,
  messagesWait: (count: number, type: string, time: string) =>
    `${counted(count, 'message waits', 'messages wait')}, next ${type} at ${readableTime(time)}`,
  nothingWaits: 'Nothing waits.',
  goToScheduled: (position: number, type: string) => `Go to event ${position}, which scheduled ${type}`,
  at: (time: string) => readableTime(time),
  moreWait: (count: number) => `and ${count} more`,
  wound: (time: number, events: number) =>
    `The clock shows ${shown(time)}. ${events === 0 ? 'Nothing was due.' : `${events} events happened.`}`,
  dialogTitle: 'Wind the clock to',
  dialogHint: 'A time, or by how much: +30m, +2h, +3d',
  wind: 'Wind',
  noTime: (present: number) => `A time after ${shown(present)}, or +30m, +2h, +3d`,
};
