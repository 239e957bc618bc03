import { countUpTo } from '#model';
import type { ReplayData, ReplayedCommand, ReplayedEvent } from '../ReplayData.ts';
import type { Moments } from './moments.ts';

/** Pixels. */
export const chipWidth = 40;
const refusalWidth = 24;

/** An event, or a command of which nothing was stored after the event at the position. */
export type Chip = { position: number; left: number } & ({ event: ReplayedEvent } | { refused: ReplayedCommand });

/** What happened to a stream, from left to right. */
export type Lane = { stream: string; chips: Chip[]; lefts: number[] };

/** Streams in the order in which they first appear, and what happened to them, on one axis. */
export const lanesOf = ({ events, from }: ReplayData, moments: Moments) => {
  const lanes = new Map<string, Lane>();
  const places = new Map<number, { lane: number; left: number }>();
  let width = 0;
  const laneOf = (stream: string): Lane => {
    const known = lanes.get(stream);
    if (known) return known;
    const lane: Lane = { stream, chips: [], lefts: [] };
    lanes.set(stream, lane);
    return lane;
  };
  const add = (stream: string, chip: Chip, chipSize: number): void => {
    const { chips, lefts } = laneOf(stream);
    chips.push(chip);
    lefts.push(chip.left);
    width += chipSize;
  };
  const addRefused = (position: number): void => {
    for (const refused of moments.refusedAfter(position))
      add(refused.stream, { position, left: width, refused }, refusalWidth);
  };
  addRefused(from - 1);
  for (const [index, event] of events.entries()) {
    const position = from + index;
    add(event.stream, { position, left: width, event }, chipWidth);
    addRefused(position);
  }
  const all = [...lanes.values()];
  for (const [lane, { chips }] of all.entries())
    for (const chip of chips) if ('event' in chip) places.set(chip.position, { lane, left: chip.left });
  return { lanes: all, width, placeOf: (position: number) => places.get(position) };
};

/** Those of a lane that lie between two places of the axis, wholly or in part. */
export const chipsBetween = ({ chips, lefts }: Lane, left: number, right: number): Chip[] =>
  chips.slice(countUpTo(lefts, left - chipWidth), countUpTo(lefts, right));
