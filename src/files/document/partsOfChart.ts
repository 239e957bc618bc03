import type { Board, Definition } from '#model';
import { type ChartArrow, chartsOf, type Drawn } from './flowchart.ts';

/**
 * Where Mermaid is left as it comes it draws no diagram of more than 50,000 letters or 500 arrows; some letters are left
 * for what stands around nodes and arrows.
 */
const most: Weight = { letters: 45_000, arrows: 480 };

type Weight = { letters: number; arrows: number };

const sum = (one: Weight, other: Weight): Weight => ({
  letters: one.letters + other.letters,
  arrows: one.arrows + other.arrows,
});

const fits = ({ letters, arrows }: Weight): boolean => letters <= most.letters && arrows <= most.arrows;

const neighboursOf = (arrows: readonly ChartArrow[]): Map<string, string[]> => {
  const neighbours = new Map<string, string[]>();
  const add = (one: string, other: string): void => {
    const known = neighbours.get(one);
    if (known) known.push(other);
    else neighbours.set(one, [other]);
  };
  for (const { from, to } of arrows) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
};

/** What hangs together by arrows, in the order of the wall. */
const connected = ({ definitions, arrows }: Drawn): Definition[][] => {
  const neighbours = neighboursOf(arrows);
  const groupOf = new Map<string, number>();
  const groups: Definition[][] = [];
  for (const { id } of definitions) {
    if (groupOf.has(id)) continue;
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (groupOf.has(next)) continue;
      groupOf.set(next, groups.length);
      waiting.push(...(neighbours.get(next) ?? []));
    }
    groups.push([]);
  }
  for (const definition of definitions) groups[groupOf.get(definition.id) ?? 0]?.push(definition);
  return groups;
};

/** Some definitions with the arrows that go out of them, and what is at their ends. */
const around = (own: readonly Definition[], { definitions, arrows }: Drawn): Drawn => {
  const ids = new Set(own.map(({ id }) => id));
  const outgoing = arrows.filter(({ from }) => ids.has(from));
  const seen = new Set([...ids, ...outgoing.map(({ to }) => to)]);
  return { definitions: definitions.filter(({ id }) => seen.has(id)), arrows: outgoing };
};

/**
 * The wall as a flowchart of Mermaid, or as several where it would be too large to be drawn: what hangs together stays
 * together where it can, and each arrow is in one of them.
 */
export const flowchartsOf = (board: Board): string[] => {
  const { all, chartOf, lettersOf } = chartsOf(board);
  const whole = chartOf(all);
  if (fits({ letters: whole.length, arrows: all.arrows.length })) return [whole];

  const weights = new Map(all.definitions.map(({ id }) => [id, { letters: lettersOf(id), arrows: 0 }]));
  for (const { from, to } of all.arrows) {
    const weight = weights.get(from);
    if (weight) weights.set(from, sum(weight, { letters: lettersOf(from) + 2 * lettersOf(to), arrows: 1 }));
  }
  const weightOf = (group: readonly Definition[]): Weight =>
    group.map(({ id }) => weights.get(id) ?? { letters: 0, arrows: 0 }).reduce(sum);
  const pieces = connected(all).flatMap((group) => (fits(weightOf(group)) ? [group] : group.map((one) => [one])));

  const parts: Definition[][] = [];
  let room: Weight = { letters: Number.POSITIVE_INFINITY, arrows: 0 };
  for (const piece of pieces) {
    const joined = sum(room, weightOf(piece));
    const part = parts.at(-1);
    if (part && fits(joined)) part.push(...piece);
    else parts.push([...piece]);
    room = part && fits(joined) ? joined : weightOf(piece);
  }
  return parts.map((part) => chartOf(around(part, all)));
};
