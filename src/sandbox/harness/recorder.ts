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

/** Sees the values that are to be had at a moment; `ran` is the place of the code that ran since the moment before. */
export type Watch = (ran: number, values: unknown[]) => void;

type Recording = {
  steps: WorkerStep[];
  texts: string[];
  cut?: TraceCut;
  /** Where a text stands in `texts`. */
  places: Map<string, number>;
  /** Of each call that has begun: the one it came from, how deep it lies, and the place that it is at. */
  calls: Map<number, { parent: number; depth: number; site: number }>;
  current: number;
  /** Is shown all values in place of their being recorded. */
  watch?: Watch;
  moments: number;
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

/** What a variable holds; one whose line has not run yet holds nothing. */
const heldBy = (read: Reader): unknown => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const show = (open: Recording, watch: Watch, ran: number, readers: Reader[]): void => {
  if (open.cut) return;
  open.moments += 1;
  if (open.moments > open.most) open.cut = 'steps';
  isReading = true;
  try {
    const values: unknown[] = [];
    for (let index = 0; index < readers.length; index += 1) values[index] = heldBy(readers[index] as Reader);
    watch(ran, values);
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
  const from = recording.calls.get(parent);
  recording.calls.set(lastCall, { parent, depth: (from?.depth ?? 0) + 1, site });
  recording.current = lastCall;
  if (recording.watch) show(recording, recording.watch, from?.site ?? -1, readers);
  else add(recording, 0, site, [], readers);
  return lastCall;
};

/** A call of this record: code that was left behind by an earlier one is in none. */
const ours = (open: Recording, call: number) => (isReading ? undefined : open.calls.get(call));

const step = (call: number, site: number, readers: Reader[]): void => {
  if (!recording) return;
  checkTime(recording);
  const at = ours(recording, call);
  if (!at) return;
  recording.current = call;
  if (recording.watch) show(recording, recording.watch, at.site, readers);
  else add(recording, 1, site, [], readers);
  at.site = site;
};

/** A function has come to its end without a value. */
const leave = (call: number): void => {
  const at = recording && ours(recording, call);
  if (!recording || !at) return;
  if (recording.watch) show(recording, recording.watch, at.site, []);
  recording.current = at.parent;
};

const giveBack = (call: number, site: number, value: unknown): unknown => {
  const at = recording && ours(recording, call);
  if (recording && at) {
    recording.current = call;
    if (recording.watch) show(recording, recording.watch, site, [() => value]);
    else add(recording, 2, site, [value], []);
    recording.current = at.parent;
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

const begin = (most: number): Recording => ({
  steps: [],
  texts: [],
  places: new Map(),
  calls: new Map(),
  current: 0,
  moments: 0,
  size: 0,
  most,
  turns: 0,
  began: now(),
});

const during = <Result>(open: Recording, run: () => Result): Result => {
  recording = open;
  try {
    return run();
  } finally {
    recording = null;
  }
};

/** Records at most so many steps of what runs; outside of it nothing is recorded. */
export const record = <Result>(
  most: number,
  run: () => Result,
): { steps: WorkerStep[]; texts: string[]; cut?: TraceCut; result: Result } => {
  const open = begin(most);
  const result = during(open, run);
  return { steps: open.steps, texts: open.texts, ...(open.cut ? { cut: open.cut } : {}), result };
};

/** Shows somebody the values at each moment of what runs; `isWhole` unless there were more moments than that. */
export const watchRunning = <Result>(
  most: number,
  watch: Watch,
  run: () => Result,
): { result: Result; isWhole: boolean } => {
  const open: Recording = { ...begin(most), watch };
  const result = during(open, run);
  return { result, isWhole: open.cut === undefined };
};
