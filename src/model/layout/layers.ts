/** An arrow from one thing to another, by their ids. */
export type Link = readonly [from: string, to: string];

/** Things that an arrow leads to from each, and from which one leads to each. */
const neighboursOf = (ids: readonly string[], links: readonly Link[]) => {
  const after = new Map<string, string[]>(ids.map((id) => [id, []]));
  const before = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const [from, to] of links) {
    after.get(from)?.push(to);
    before.get(to)?.push(from);
  }
  return { after, before };
};

/** The arrows without circles: one that leads back to where the walk came from is turned round. */
const withoutCircles = (ids: readonly string[], links: readonly Link[]): Link[] => {
  const { after, before } = neighboursOf(ids, links);
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, Link>();
  const walk = (id: string): void => {
    state.set(id, 'open');
    for (const next of after.get(id) ?? []) {
      const link: Link = state.get(next) === 'open' ? [next, id] : [id, next];
      forward.set(link.join('\n'), link);
      if (!state.has(next)) walk(next);
    }
    state.set(id, 'done');
  };
  const starts = ids.filter((id) => before.get(id)?.length === 0);
  for (const id of [...starts, ...ids]) if (!state.has(id)) walk(id);
  return [...forward.values()];
};

/**
 * How far into the story each thing stands: one column behind the last thing that leads to it. What nothing leads to,
 * such as an actor, stands beside the first thing that it leads to. `ids` in the order in which they are to be met.
 */
export const layersOf = (
  ids: readonly string[],
  links: readonly Link[],
): { layers: ReadonlyMap<string, number>; forward: Link[] } => {
  const forward = withoutCircles(ids, links);
  const { after, before } = neighboursOf(ids, forward);
  const layers = new Map<string, number>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const layer = Math.max(-1, ...(before.get(id) ?? []).map(layerOf)) + 1;
    layers.set(id, layer);
    return layer;
  };
  for (const id of ids) layerOf(id);
  for (const id of ids) {
    const next = (after.get(id) ?? []).map(layerOf);
    if (before.get(id)?.length === 0 && next.length > 0) layers.set(id, Math.min(...next) - 1);
  }
  return { layers, forward };
};
