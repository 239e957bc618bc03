import { type CausedEvent, type CausingCommand, keyOfTraced, type Trace, type TraceNode } from './traceOf.ts';

type Node<Event, Command> = TraceNode<Event, Command>;

/** From the start that it came from to the node itself. */
export const wayTo = <Event extends CausedEvent, Command extends CausingCommand>(
  { causeOf }: Trace<Event, Command>,
  node: Node<Event, Command>,
): Node<Event, Command>[] => {
  const way = [node];
  for (let cause = causeOf(node); cause; cause = causeOf(cause)) way.unshift(cause);
  return way;
};

export type TraceTree<Event, Command> = {
  root: Node<Event, Command>;
  /** As `effectsOf`; of a correlation, its starts. */
  childrenOf: (node: Node<Event, Command>) => readonly Node<Event, Command>[];
  /** Keys from the root to a node. */
  pathTo: (node: Node<Event, Command>) => string[];
};

/** The whole that a node belongs to: one root, which is the correlation where several starts carry the same one. */
export const traceTree = <Event extends CausedEvent, Command extends CausingCommand>(
  trace: Trace<Event, Command>,
  node: Node<Event, Command>,
  correlation: string,
): TraceTree<Event, Command> => {
  const [start = node] = wayTo(trace, node);
  const isShared = correlation !== '' && trace.starts.length > 1;
  const root: Node<Event, Command> = isShared ? { kind: 'correlation', id: correlation } : start;
  return {
    root,
    childrenOf: (one) => (one.kind === 'correlation' ? trace.starts : trace.effectsOf(one)),
    pathTo: (one) => [
      ...(isShared && one.kind !== 'correlation' ? [keyOfTraced(root)] : []),
      ...wayTo(trace, one).map(keyOfTraced),
    ],
  };
};

/** One thing led to another, so many steps behind the first cause. */
export type TraceHop<Event, Command> = {
  from: Node<Event, Command>;
  to: Node<Event, Command>;
  depth: number;
};

export type TraceReach<Event, Command> = {
  hops: TraceHop<Event, Command>[];
  causes: number;
  consequences: number;
};

/** More than this is the whole wall. */
const mostHops = 2000;

/** All that led to a node, and all that came of it. */
export const reachOf = <Event extends CausedEvent, Command extends CausingCommand>(
  trace: Trace<Event, Command>,
  node: Node<Event, Command>,
): TraceReach<Event, Command> => {
  const way = wayTo(trace, node);
  const hops: TraceHop<Event, Command>[] = way
    .slice(1)
    .flatMap((to, index) => (way[index] ? [{ from: way[index], to, depth: index }] : []));
  const causes = hops.length;
  let level = [node];
  for (let depth = causes; level.length > 0 && hops.length < mostHops; depth += 1) {
    const next = level.flatMap((from) => trace.effectsOf(from).map((to) => ({ from, to, depth })));
    hops.push(...next.slice(0, mostHops - hops.length));
    level = next.map(({ to }) => to);
  }
  return { hops, causes, consequences: hops.length - causes };
};
