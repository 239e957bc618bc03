import type { Board, RunPath, TraceReach } from '#model';
import type { CommandRecord, RecordedEvent } from '#state';
import { decidersOf, definitionsOf } from './naming.ts';
import type { TracedNode } from './traceStore.ts';

type Reach = TraceReach<RecordedEvent, CommandRecord>;
type OnWall = Pick<Board, 'definitions' | 'notes' | 'connections'>;

/** What stands in a row on the wall for a step from one thing to the next: a decider between a command and its events. */
const stationsOf = (board: OnWall, from: TracedNode, to: TracedNode | undefined): string[][] =>
  [
    definitionsOf(board, from),
    from.kind === 'command' ? decidersOf(board, from.command.stream) : [],
    to ? definitionsOf(board, to) : [],
  ].map((definitions) => definitions.map(({ id }) => id));

const ranked = (turns: ReadonlyMap<string, number>): Map<string, number> => {
  const order = [...new Set(turns.values())].sort((one, other) => one - other);
  return new Map([...turns].map(([id, turn]) => [id, order.indexOf(turn)]));
};

const pair = (from: string, to: string): string => `${from} ${to}`;

/** The notes and arrows that causes and consequences went over, in their order. */
export const wallPathOf = (board: OnWall, subject: TracedNode, reach: Reach): RunPath => {
  const { notes, connections } = board;
  const turns = new Map<string, number>();
  const led = new Set<string>();
  const walk = (depth: number, from: TracedNode, to?: TracedNode): void => {
    const stations = stationsOf(board, from, to);
    stations.forEach((ids, index) => {
      for (const id of ids) turns.set(id, Math.min(turns.get(id) ?? Number.POSITIVE_INFINITY, 2 * depth + index));
      for (const next of stations.slice(index + 1)) for (const a of ids) for (const b of next) led.add(pair(a, b));
    });
  };
  walk(reach.causes, subject);
  for (const { depth, from, to } of reach.hops) walk(depth, from, to);

  const turnOf = ranked(turns);
  const lit = Object.values(notes).flatMap(({ id, definitionId }): [string, number][] => {
    const turn = turnOf.get(definitionId);
    return turn === undefined ? [] : [[id, turn]];
  });
  const definitionAt = (noteId: string): string => notes[noteId]?.definitionId ?? '';
  return {
    notes: new Map(lit),
    connections: new Map(
      Object.values(connections).flatMap(({ id, from, to }): [string, number][] =>
        led.has(pair(definitionAt(from), definitionAt(to))) ? [[id, turnOf.get(definitionAt(from)) ?? 0]] : [],
      ),
    ),
  };
};
