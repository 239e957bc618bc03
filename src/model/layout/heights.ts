import { type Columns, endsOf } from './crossings.ts';
import { gridStep } from './rectangle.ts';

/**
 * The places nearest to the wanted ones that keep the order and the least distances between neighbours: those that
 * would come too near each other form a block, which stands in the middle of what its members want.
 */
export const spacedOut = (wanted: readonly number[], distances: readonly number[]): number[] => {
  const blocks: { sum: number; size: number }[] = [];
  const offsets: number[] = [];
  const middleOf = ({ sum, size }: { sum: number; size: number }): number => sum / size;
  for (const [index, place] of wanted.entries()) {
    offsets.push((offsets[index - 1] ?? 0) + (index === 0 ? 0 : (distances[index - 1] ?? 0)));
    let block = { sum: place - (offsets[index] ?? 0), size: 1 };
    for (let last = blocks.at(-1); last && middleOf(last) > middleOf(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: block.sum + last.sum, size: block.size + last.size };
    }
    blocks.push(block);
  }
  return blocks
    .flatMap((block) => Array.from({ length: block.size }, () => middleOf(block)))
    .map((place, index) => place + (offsets[index] ?? 0));
};

/** Rows that are equally high stand equally far apart, also once they are put on the grid. */
const upToGrid = (distance: number): number => Math.ceil(distance / gridStep) * gridStep;

/** An arrow that passes by needs less room than a note. */
const passingHeight = 12;

const rounds = 8;

/**
 * Where the middles of things come to lie across time: each as near as can be to the middle of what it is connected
 * with. `heights` are those of the notes; what has none is an arrow that passes by.
 */
export const middlesOf = (
  { columns, links }: Columns,
  heights: ReadonlyMap<string, number>,
  gap: number,
): ReadonlyMap<string, number> => {
  const heightOf = (id: string): number => heights.get(id) ?? passingHeight;
  const distance = (one: string, other: string): number => upToGrid((heightOf(one) + heightOf(other)) / 2 + gap);
  const middles = new Map<string, number>();
  const place = (column: readonly string[], wanted: readonly number[]): void => {
    const distances = column.slice(1).map((id, index) => distance(column[index] ?? id, id));
    for (const [index, middle] of spacedOut(wanted, distances).entries()) middles.set(column[index] ?? '', middle);
  };
  for (const column of columns)
    place(
      column,
      column.map(() => 0),
    );
  const ends = [endsOf(links, 'before'), endsOf(links, 'after')];
  for (let round = 0; round < rounds; round += 1) {
    const isForth = round % 2 === 0;
    const neighbours = ends[round % 2];
    for (const column of isForth ? columns : columns.toReversed()) {
      const wanted = column.map((id) => {
        const around = (neighbours?.get(id) ?? []).map((end) => middles.get(end) ?? 0);
        if (around.length === 0) return middles.get(id) ?? 0;
        return around.reduce((sum, middle) => sum + middle, 0) / around.length;
      });
      place(column, wanted);
    }
  }
  return middles;
};
