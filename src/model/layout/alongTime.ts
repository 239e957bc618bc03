import type { Point } from '../boardEvents.ts';
import { columnsOf, withFewCrossings } from './crossings.ts';
import { middlesOf } from './heights.ts';
import { type Link, layersOf } from './layers.ts';
import { gridStep, onGrid, type Rectangle } from './rectangle.ts';

/** Something to be arranged, with where it lies now: what was above stays above, unless arrows say otherwise. */
export type Item = Rectangle & { id: string };

type Laid = { places: Map<string, Point>; width: number; height: number };

/** Room for an arrow between two columns. */
const columnGap = 72;
const rowGap = 24;
/** Between stories that have nothing to do with each other. */
const storyGap = 64;

const inReadingOrder = (one: Item, other: Item): number => one.x - other.x || one.y - other.y;
const fromTheTop = (one: Item, other: Item): number => one.y - other.y || one.x - other.x;

/** Items that arrows join, directly or not. */
const storiesOf = (items: readonly Item[], links: readonly Link[]): Item[][] => {
  const storyOf = new Map(items.map((item) => [item.id, [item]]));
  for (const [from, to] of links) {
    const [one, other] = [storyOf.get(from), storyOf.get(to)];
    if (!one || !other || one === other) continue;
    one.push(...other);
    for (const { id } of other) storyOf.set(id, one);
  }
  return [...new Set(storyOf.values())];
};

/** A column's places: its items in the middle of its width, their own middles on the grid. */
const layStory = (items: readonly Item[], links: readonly Link[]): Laid => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = items.toSorted(inReadingOrder).map(({ id }) => id);
  const { layers, forward } = layersOf(ids, links);
  const topOf = (id: string): number => {
    const item = byId.get(id) ?? byId.get(id.split('\n')[0] ?? '');
    return item ? item.y + item.height / 2 : 0;
  };
  const { columns: unordered, links: short } = columnsOf(layers, forward);
  const columns = unordered.map((column) => column.toSorted((one, other) => topOf(one) - topOf(other)));
  const ordered = withFewCrossings({ columns, links: short });
  const middles = middlesOf(ordered, new Map(items.map(({ id, height }) => [id, height])), rowGap);
  const places = new Map<string, Point>();
  let left = 0;
  for (const column of ordered.columns) {
    const members = column.flatMap((id) => byId.get(id) ?? []);
    const width = Math.max(0, ...members.map((item) => item.width));
    for (const { id, ...item } of members) {
      const middle = onGrid(middles.get(id) ?? 0);
      places.set(id, { x: left + (width - item.width) / 2, y: middle - item.height / 2 });
    }
    left += width + columnGap;
  }
  return fromOrigin(items, places);
};

const fromOrigin = (items: readonly Item[], places: ReadonlyMap<string, Point>): Laid => {
  const laid = items.flatMap((item) => {
    const place = places.get(item.id);
    return place ? [{ ...item, ...place }] : [];
  });
  const left = Math.min(...laid.map(({ x }) => x));
  const top = Math.min(...laid.map(({ y }) => y));
  return {
    places: new Map(laid.map(({ id, x, y }) => [id, { x: Math.round(x - left), y: Math.round(y - top) }])),
    width: Math.max(...laid.map(({ x, width }) => x + width)) - left,
    height: Math.max(...laid.map(({ y, height }) => y + height)) - top,
  };
};

/** Rows of what no arrow touches, no wider than the stories above. */
const layLoose = (items: readonly Item[], width: number): Laid => {
  const places = new Map<string, Point>();
  let [x, y, rowHeight] = [0, 0, 0];
  for (const item of items.toSorted(fromTheTop)) {
    if (x > 0 && x + item.width > width) [x, y, rowHeight] = [0, y + rowHeight + rowGap, 0];
    places.set(item.id, { x, y });
    x += item.width + rowGap + gridStep;
    rowHeight = Math.max(rowHeight, item.height);
  }
  return fromOrigin(items, places);
};

const leastWidth = 800;

/** Arranges items along time, left to right by their arrows, from the origin: one story below the other. */
export const laidAlongTime = (items: readonly Item[], links: readonly Link[]): Laid => {
  const stories = storiesOf(items, links);
  const told = stories.filter((story) => story.length > 1);
  const loose = stories.filter((story) => story.length === 1).flat();
  const topOf = (story: readonly Item[]): number => Math.min(...story.map(({ y }) => y));
  const laid = told
    .toSorted((one, other) => topOf(one) - topOf(other))
    .map((story) => layStory(story, linksIn(story, links)));
  const width = Math.max(leastWidth, ...laid.map((story) => story.width));
  if (loose.length > 0) laid.push(layLoose(loose, width));
  const places = new Map<string, Point>();
  let top = 0;
  for (const story of laid) {
    for (const [id, { x, y }] of story.places) places.set(id, { x, y: y + top });
    top += Math.ceil(story.height / gridStep) * gridStep + storyGap;
  }
  return { places, width: Math.max(0, ...laid.map((story) => story.width)), height: top - storyGap };
};

const linksIn = (items: readonly Item[], links: readonly Link[]): Link[] => {
  const ids = new Set(items.map(({ id }) => id));
  return links.filter(([from, to]) => ids.has(from) && ids.has(to));
};
