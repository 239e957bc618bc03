import type { Link } from './layers.ts';

/** Columns from left to right, each from top to bottom, and the arrows from each column to the next. */
export type Columns = { columns: string[][]; links: Link[] };

/** An arrow that passes columns by gets a place in each of them, so that it is counted there. */
export const columnsOf = (layers: ReadonlyMap<string, number>, links: readonly Link[]): Columns => {
  const columns: string[][] = Array.from({ length: Math.max(-1, ...layers.values()) + 1 }, () => []);
  for (const [id, layer] of layers) columns[layer]?.push(id);
  const short: Link[] = [];
  for (const [from, to] of links) {
    let last = from;
    for (let layer = (layers.get(from) ?? 0) + 1; layer < (layers.get(to) ?? 0); layer += 1) {
      const passing = `${from}\n${to}\n${layer}`;
      columns[layer]?.push(passing);
      short.push([last, passing]);
      last = passing;
    }
    short.push([last, to]);
  }
  return { columns, links: short };
};

const placesIn = (columns: readonly string[][]): Map<string, number> =>
  new Map(columns.flatMap((column) => column.map((id, index) => [id, index] as const)));

/** How often arrows cross. */
export const crossingsOf = ({ columns, links }: Columns): number => {
  const places = placesIn(columns);
  return columns.reduce((sum, column) => {
    const here = new Set(column);
    const ends = links
      .filter(([from]) => here.has(from))
      .map(([from, to]): [number, number] => [places.get(from) ?? 0, places.get(to) ?? 0])
      .sort(([one, oneEnd], [other, otherEnd]) => one - other || oneEnd - otherEnd);
    return sum + inversionsOf(ends.map(([, end]) => end));
  }, 0);
};

const inversionsOf = (numbers: readonly number[]): number => {
  let count = 0;
  for (const [index, number] of numbers.entries())
    for (let before = 0; before < index; before += 1) if ((numbers[before] ?? 0) > number) count += 1;
  return count;
};

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

export type Neighbours = ReadonlyMap<string, readonly string[]>;

/** What lies at the other end of the arrows into (or out of) each thing. */
export const endsOf = (links: readonly Link[], direction: 'before' | 'after'): Neighbours => {
  const ends = new Map<string, string[]>();
  for (const [from, to] of links) {
    const [id, end] = direction === 'before' ? [to, from] : [from, to];
    const known = ends.get(id);
    if (known) known.push(end);
    else ends.set(id, [end]);
  }
  return ends;
};

/** A column in the order of what it is connected with; what is not connected that way keeps its place. */
const inOrderOf = (
  column: readonly string[],
  neighbours: Neighbours,
  places: ReadonlyMap<string, number>,
): string[] => {
  const wanted = new Map(
    column.map((id, index) => {
      const ends = neighbours.get(id);
      return [id, ends ? meanOf(ends.map((end) => places.get(end) ?? 0)) : index];
    }),
  );
  return column.toSorted((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
};

const sweeps = 12;

/** The order within the columns in which the fewest arrows cross, of those that some sweeps to and fro come by. */
export const withFewCrossings = (start: Columns): Columns => {
  const { links } = start;
  const [before, after] = [endsOf(links, 'before'), endsOf(links, 'after')];
  let best = start;
  let fewest = crossingsOf(start);
  let columns = start.columns;
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    const isForth = sweep % 2 === 0;
    const next = [...columns];
    const order = [...next.keys()];
    for (const index of isForth ? order : order.reverse())
      next[index] = inOrderOf(next[index] ?? [], isForth ? before : after, placesIn(next));
    columns = next;
    const crossings = crossingsOf({ columns, links });
    if (crossings < fewest) [best, fewest] = [{ columns, links }, crossings];
  }
  return best;
};
