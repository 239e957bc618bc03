import { type Board, contextsOf, type Definition, kindInfo, type NoteKind } from '#model';
import { uniqueNames } from '../notations/uniqueNames.ts';
import { asLabel } from './escaping.ts';

type Shape = [open: string, close: string];

const shapes: { readonly [K in NoteKind]: Shape } = {
  event: ['[', ']'],
  command: ['[', ']'],
  decider: ['[[', ']]'],
  policy: ['{{', '}}'],
  'read-model': ['[(', ')]'],
  actor: ['([', '])'],
  system: ['[/', '/]'],
  screen: ['[', ']'],
  hotspot: ['{', '}'],
  frame: ['[', ']'],
};

const inAscii = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\w]+/gu, '_')
    .slice(0, 60);

/** Ids are made of names, so that one more note changes no other line. */
const idsOf = (definitions: readonly Definition[]): Map<string, string> => {
  const unique = uniqueNames();
  return new Map(
    definitions.map(({ id, kind, name }) => [id, unique(`${kind.replace('-', '_')}_${inAscii(name)}`, '_')]),
  );
};

/** By the ids of definitions. */
export type ChartArrow = { from: string; to: string };

/** What is drawn of a wall: its definitions, those of a context together, and each arrow between two of them once. */
export type Drawn = { definitions: Definition[]; arrows: ChartArrow[] };

const arrowsBetween = (board: Board, drawn: ReadonlySet<string>): ChartArrow[] => {
  const arrows = Object.values(board.connections).flatMap(({ from, to }): [string, ChartArrow][] => {
    const [start, end] = [from, to].map((noteId) => board.notes[noteId]?.definitionId ?? '');
    if (!start || !end || !drawn.has(start) || !drawn.has(end)) return [];
    return [[JSON.stringify([start, end]), { from: start, to: end }]];
  });
  return [...new Map(arrows).values()];
};

/** In which bounded context each definition stands; each where its first note lies. */
const homesOf = (board: Board): Map<Definition, Definition | undefined> => {
  const contexts = contextsOf(board);
  const homes = new Map<Definition, Definition | undefined>();
  for (const note of Object.values(board.notes)) {
    const definition = board.definitions[note.definitionId];
    if (!definition || definition.kind === 'frame' || homes.has(definition)) continue;
    homes.set(definition, contexts.get(note.id));
  }
  return homes;
};

const byHome = (homes: ReadonlyMap<Definition, Definition | undefined>): Map<Definition | undefined, Definition[]> => {
  const members = new Map<Definition | undefined, Definition[]>();
  for (const [definition, context] of homes) members.set(context, [...(members.get(context) ?? []), definition]);
  return members;
};

const nodeOf = ({ id, kind, name }: Definition, ids: ReadonlyMap<string, string>): string => {
  const [open, close] = shapes[kind];
  return `${ids.get(id)}${open}${asLabel(name)}${close}:::${kind}`;
};

/** A wall as flowcharts of Mermaid: a node for each definition, its kind told by shape and colour. */
export const chartsOf = (board: Board) => {
  const homes = homesOf(board);
  const members = byHome(homes);
  const definitions = [...members.values()].flat();
  const ids = idsOf([...definitions, ...[...members.keys()].filter((context) => context !== undefined)]);
  const all: Drawn = { definitions, arrows: arrowsBetween(board, new Set(definitions.map(({ id }) => id))) };

  const chartOf = (drawn: Drawn): string => {
    const nodes = [...byHome(new Map(drawn.definitions.map((one) => [one, homes.get(one)])))].flatMap(
      ([context, inside]) => {
        const lines = inside.map((definition) => `  ${nodeOf(definition, ids)}`);
        if (!context) return lines;
        return [
          `  subgraph ${ids.get(context.id)} [${asLabel(context.name)}]`,
          ...lines.map((line) => `  ${line}`),
          '  end',
        ];
      },
    );
    const arrows = drawn.arrows.map(({ from, to }) => `  ${ids.get(from)} --> ${ids.get(to)}`);
    const kinds = [...new Set(drawn.definitions.map(({ kind }) => kind))].sort();
    const classes = kinds.map((kind) => `  classDef ${kind} fill:${kindInfo[kind].color},stroke:#555555,color:#111111`);
    return ['flowchart LR', ...nodes, ...arrows, ...classes].join('\n');
  };
  const lines = new Map(definitions.map((one) => [one.id, nodeOf(one, ids).length]));
  /** More than a definition's node takes, or its id in an arrow. */
  const lettersOf = (id: string): number => (lines.get(id) ?? 0) + 6;
  return { all, chartOf, lettersOf };
};
