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

/** Each arrow between two definitions once, in the board's order. */
const arrowsBetween = (board: Board, ids: ReadonlyMap<string, string>): string[] => {
  const idOfNote = (noteId: string): string | undefined => ids.get(board.notes[noteId]?.definitionId ?? '');
  const arrows = Object.values(board.connections).flatMap(({ from, to }) => {
    const [start, end] = [idOfNote(from), idOfNote(to)];
    return start && end ? [`  ${start} --> ${end}`] : [];
  });
  return [...new Set(arrows)];
};

const nodeOf = ({ id, kind, name }: Definition, ids: ReadonlyMap<string, string>): string => {
  const [open, close] = shapes[kind];
  return `${ids.get(id)}${open}${asLabel(name)}${close}:::${kind}`;
};

/** What stands in each bounded context; each definition once, where its first note lies. */
const membersOf = (board: Board): Map<Definition | undefined, Definition[]> => {
  const contexts = contextsOf(board);
  const placed = new Set<string>();
  const members = new Map<Definition | undefined, Definition[]>();
  for (const note of Object.values(board.notes)) {
    const definition = board.definitions[note.definitionId];
    if (!definition || definition.kind === 'frame' || placed.has(definition.id)) continue;
    placed.add(definition.id);
    const context = contexts.get(note.id);
    members.set(context, [...(members.get(context) ?? []), definition]);
  }
  return members;
};

/** The wall as a flowchart of Mermaid: a node for each definition, its kind told by shape and colour. */
export const flowchartOf = (board: Board): string => {
  const members = membersOf(board);
  const drawn = [...members.values()].flat();
  const ids = idsOf([...drawn, ...[...members.keys()].filter((context) => context !== undefined)]);
  const nodes = [...members].flatMap(([context, inside]) => {
    const lines = inside.map((definition) => `  ${nodeOf(definition, ids)}`);
    if (!context) return lines;
    return [
      `  subgraph ${ids.get(context.id)} [${asLabel(context.name)}]`,
      ...lines.map((line) => `  ${line}`),
      '  end',
    ];
  });
  const kinds = [...new Set(drawn.map(({ kind }) => kind))].sort();
  const classes = kinds.map((kind) => `  classDef ${kind} fill:${kindInfo[kind].color},stroke:#555555,color:#111111`);
  return ['flowchart LR', ...nodes, ...arrowsBetween(board, ids), ...classes].join('\n');
};
