import type { PathStep } from '../Sandbox.ts';
import { strideOf, type TextOrNone, textAt } from './replay/valueText.ts';

/** Objects that are looked at again at each moment, besides those that went in. */
const mostRecent = 24;
/** Looks into objects, each as long as a text of so many characters; then it would take too long. */
const [mostLooks, charactersOfLook] = [300_000, 200];

/** What an object says of the value, where it is taken for what stands so many steps into the path. */
type Sighting = { text: TextOrNone; first: number; since: number };

/** All that has been seen of a value on its way through a call. */
export type Sightings = {
  /** A look for each depth: what the rest of the path leads to from there. */
  looks: ((whole: unknown) => TextOrNone)[];
  strides: ReturnType<typeof strideOf>[];
  /** By depth. */
  seen: Map<object, (Sighting | undefined)[]>;
  /** What went in, which is looked at again and again. */
  given: object[];
  recent: object[];
  /** The place that ran before each moment. */
  ran: number[];
  left: number;
};

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const startSightings = (path: PathStep[], given: unknown[]): Sightings => {
  const sightings: Sightings = {
    looks: [...path, ''].map((_step, depth) => textAt(path.slice(depth))),
    strides: path.map(strideOf),
    seen: new Map(),
    given: given.filter(isObject),
    recent: [],
    ran: [],
    left: mostLooks,
  };
  see(sightings, -1, []);
  return sightings;
};

/** A moment: what can be seen, and the place that ran before it. */
export const see = (sightings: Sightings, ran: number, values: readonly unknown[]): void => {
  sightings.ran.push(ran);
  for (const object of sightings.given) lookFromAnyDepth(sightings, object);
  for (const object of sightings.recent) lookAgain(sightings, object);
  for (const value of values) {
    if (!isObject(value)) continue;
    if (!sightings.seen.has(value)) keepRecent(sightings, value);
    lookFromAnyDepth(sightings, value);
  }
};

const keepRecent = ({ recent }: Sightings, object: object): void => {
  recent.push(object);
  if (recent.length > mostRecent) recent.shift();
};

/** Any object may be what stands somewhere on the path; from there the path leads to others. */
const lookFromAnyDepth = (sightings: Sightings, object: object): void => {
  for (let depth = 0; depth < sightings.looks.length; depth += 1) {
    let within: unknown = object;
    for (let at = depth; isObject(within); at += 1) {
      look(sightings, within, at);
      within = sightings.strides[at]?.(within);
    }
  }
};

const lookAgain = (sightings: Sightings, object: object): void => {
  for (let depth = 0; depth < sightings.looks.length; depth += 1) look(sightings, object, depth);
};

const look = (sightings: Sightings, object: object, depth: number): void => {
  if (sightings.left <= 0) return;
  const text = sightings.looks[depth]?.(object) ?? null;
  sightings.left -= 1 + (text?.length ?? 0) / charactersOfLook;
  const moment = sightings.ran.length - 1;
  const byDepth = sightings.seen.get(object) ?? [];
  sightings.seen.set(object, byDepth);
  const sighting = byDepth[depth];
  if (!sighting) byDepth[depth] = { text, first: moment, since: moment };
  else if (sighting.text !== text) byDepth[depth] = { ...sighting, text, since: moment };
};
