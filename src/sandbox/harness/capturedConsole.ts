import type { NotedLine } from '../protocol.ts';
import { defineProperty, ErrorBase, slice } from './primordials.ts';
import { running } from './running.ts';
import { show } from './show.ts';

const mostLines = 200;
const longestLine = 2000;
const printing = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'];
const silent = [
  'time',
  'timeEnd',
  'timeLog',
  'group',
  'groupEnd',
  'groupCollapsed',
  'assert',
  'count',
  'countReset',
  'clear',
];

let lines: NotedLine[] = [];
let isMuted = false;

const print = (level: string, values: unknown[]): void => {
  if (isMuted || lines.length >= mostLines) return;
  let text = '';
  for (let index = 0; index < values.length && index < 20; index += 1)
    text += (index > 0 ? ' ' : '') + show(values[index], 0);
  lines[lines.length] = {
    level,
    text: slice(text, 0, longestLine),
    phase: running.phase,
    stack: stackHere(),
    ...(running.position === undefined ? {} : { position: running.position }),
  };
};

/** Where the line was printed. The person's code may have a say in how stacks are made, and may break over it. */
const stackHere = (): string => {
  try {
    const { stack } = new ErrorBase();
    return typeof stack === 'string' ? slice(stack, 0, longestLine) : '';
  } catch {
    return '';
  }
};

/** Puts a console in place that keeps what is printed for the step it was printed in. */
export const captureConsole = (): void => {
  const captured = Object.create(null);
  for (const level of printing) captured[level] = (...values: unknown[]) => print(level, values);
  for (const name of silent) captured[name] = () => undefined;
  defineProperty(globalThis, 'console', { value: Object.freeze(captured), configurable: true });
};

export const takeLines = (): NotedLine[] => {
  const taken = lines;
  lines = [];
  return taken;
};

/** For running code a second time, to compare: what it prints has been seen. */
export const muted = <Result>(run: () => Result): Result => {
  isMuted = true;
  try {
    return run();
  } finally {
    isMuted = false;
  }
};
