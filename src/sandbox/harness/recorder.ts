import type { WorkerStep } from '../protocol.ts';
import type { TraceCut } from '../Sandbox.ts';
import { ErrorBase, now } from './primordials.ts';
import { showBriefly } from './show.ts';

/** Characters of one value. */
const longestText = 240;
/** Characters of all different values of one call. */
const mostText = 400_000;
/** Milliseconds that one call may take; then it is stopped where it is, and what has been recorded is kept. */
const patience = 900;

export class EndlessCall extends ErrorBase {
  override readonly name = 'TimeoutError';
}

type Recording = {
  steps: WorkerStep[];
  texts: string[];
  cut?: TraceCut;
  /** Where a text stands in `texts`. */
  places: Map<string, number>;
  /** Of each call that has begun: the one it came from, and how deep it lies. */
  calls: Map<number, { parent: number; depth: number }>;
  current: number;
  size: number;
  most: number;
  turns: number;
  began: number;
};

let recording: Recording | null = null;
/** A getter or a proxy may run the code that is watched while its values are read. */
let isReading = false;
let lastCall = 0;

const checkTime = (open: Recording): void => {
  open.turns += 1;
  if (open.cut !== 'time' && ((open.turns & 255) !== 0 || now() - open.began < patience)) return;
  open.cut = 'time';
  throw new EndlessCall('This did not come to an end: it looks like an endless loop.');
};

const textOf = (open: Recording, value: unknown): number => {
  if (typeof value === 'function') return -1;
  const text = showBriefly(value, longestText);
  const known = open.places.get(text);
  if (known !== undefined) return known;
  const place = open.texts.length;
  open.texts[place] = text;
  open.places.set(text, place);
  open.size += text.length;
  return place;
};

/** A variable whose line has not run yet cannot be read. */
const textAfter = (open: Recording, read: () => unknown): number => {
  try {
    return textOf(open, read());
  } catch {
    return -1;
  }
};

type Reader = () => unknown;

const add = (open: Recording, kind: number, site: number, result: unknown[], readers: Reader[]): void => {
  if (open.cut) return;
  if (open.steps.length >= open.most) open.cut = 'steps';
  else if (open.size > mostText) open.cut = 'size';
  if (open.cut) return;
  isReading = true;
  try {
    const depth = open.calls.get(open.current)?.depth ?? 1;
    const returned = result.length > 0 ? textOf(open, result[0]) : -1;
    const step: WorkerStep = [kind, site, open.current, depth, returned];
    for (let index = 0; index < readers.length; index += 1) step[5 + index] = textAfter(open, readers[index] as Reader);
    open.steps[open.steps.length] = step;
  } finally {
    isReading = false;
  }
};

/** A function begins: answers the number by which its steps name it. */
const enter = (site: number, readers: Reader[]): number => {
  if (!recording) return 0;
  checkTime(recording);
  if (isReading) return 0;
  lastCall += 1;
  const parent = recording.current;
  recording.calls.set(lastCall, { parent, depth: (recording.calls.get(parent)?.depth ?? 0) + 1 });
  recording.current = lastCall;
  add(recording, 0, site, [], readers);
  return lastCall;
};

/** Whether a call is one of this record: code that was left behind by an earlier one is not. */
const isOurs = (open: Recording, call: number): boolean => !isReading && open.calls.has(call);

const step = (call: number, site: number, readers: Reader[]): void => {
  if (!recording) return;
  checkTime(recording);
  if (!isOurs(recording, call)) return;
  recording.current = call;
  add(recording, 1, site, [], readers);
};

const leave = (call: number): void => {
  if (recording && isOurs(recording, call)) recording.current = recording.calls.get(call)?.parent ?? 0;
};

const giveBack = (call: number, site: number, value: unknown): unknown => {
  if (recording && isOurs(recording, call)) {
    recording.current = call;
    add(recording, 2, site, [value], []);
    leave(call);
  }
  return value;
};

let isTaken = false;

/** What the instrumented code calls, to be had once: the linked script takes it before any of that code runs. */
export const takeRecorder = (): object | undefined => {
  if (isTaken) return undefined;
  isTaken = true;
  return Object.freeze(Object.assign(Object.create(null), { enter, step, leave, giveBack }));
};

/** Records at most so many steps of what runs; outside of it nothing is recorded. */
export const record = <Result>(
  most: number,
  run: () => Result,
): { steps: WorkerStep[]; texts: string[]; cut?: TraceCut; result: Result } => {
  const open: Recording = {
    steps: [],
    texts: [],
    places: new Map(),
    calls: new Map(),
    current: 0,
    size: 0,
    most,
    turns: 0,
    began: now(),
  };
  recording = open;
  try {
    const result = run();
    return { steps: open.steps, texts: open.texts, ...(open.cut ? { cut: open.cut } : {}), result };
  } finally {
    recording = null;
  }
};
