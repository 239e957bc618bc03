import { useStoreApi } from '@xyflow/react';
import { useEffect, useReducer, useRef } from 'react';
import { overlaps, type Rectangle } from '#model';
import type { WallEdge, WallNode } from './wallElements.ts';

/** So many notes, and as many arrows, come new into a frame: more of them would hold it up. */
export const portion = 500;

type Ids = ReadonlySet<string>;
type Elements = { nodes: WallNode[]; edges: WallEdge[] };

/** What is given already, what nobody sees, and of all others as many as one frame can take. */
export const nextPortion = <Element extends { id: string }>(
  elements: Element[],
  given: Ids,
  isSeen: (element: Element) => boolean,
): Element[] => {
  let room = portion;
  const next = elements.filter((element) => {
    if (given.has(element.id) || !isSeen(element)) return true;
    room -= 1;
    return room >= 0;
  });
  return next.length === elements.length ? elements : next;
};

const areaOf = ({ position, width = 0, height = 0 }: WallNode): Rectangle => ({ ...position, width, height });

const nothing: Elements = { nodes: [], edges: [] };

/** `announced`: the first note of a wall that was brought into view before anything of it was given. */
type Given = { nodes: Ids; edges: Ids; announced: string | undefined };

const firstOf = ({ nodes }: Elements): string | undefined => nodes[0]?.id;

/** A large wall that has just come: before anything of it is drawn it has to be brought into view. */
const isNewWall = (all: Elements, { nodes, announced }: Given): boolean =>
  all.nodes.length > portion && firstOf(all) !== announced && !all.nodes.some(({ id }) => nodes.has(id));

/** What is seen of it by now. */
const sightOf = ({ nodes }: Elements, view: Rectangle) => {
  const node = (candidate: WallNode): boolean => overlaps(view, areaOf(candidate));
  const seen = new Set(nodes.flatMap((candidate) => (node(candidate) ? [candidate.id] : [])));
  return { node, edge: ({ source, target }: WallEdge): boolean => seen.has(source) || seen.has(target) };
};

const isSameAs = (elements: readonly { id: string }[], ids: Ids): boolean =>
  elements.length === ids.size && elements.every(({ id }) => ids.has(id));

const idsOf = (elements: readonly { id: string }[], before: Ids): Ids =>
  isSameAs(elements, before) ? before : new Set(elements.map(({ id }) => id));

/**
 * The wall's elements as React Flow is to have them. What comes in thousands (a large model opens, a file replaces one)
 * comes by portions, one a frame, so that keys and the pointer are heard in between.
 */
export const useInPortions = (all: Elements): Elements => {
  const given = useRef<Given>({ nodes: new Set(), edges: new Set(), announced: undefined });
  const [, goOn] = useReducer((turn: number) => turn + 1, 0);
  const { getState } = useStoreApi();
  const inPortions = (): Elements => {
    if (isNewWall(all, given.current)) return nothing;
    const { transform, width, height } = getState();
    const [x, y, zoom] = transform;
    const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    const isSeen = sightOf(all, view);
    return {
      nodes: nextPortion(all.nodes, given.current.nodes, isSeen.node),
      edges: nextPortion(all.edges, given.current.edges, isSeen.edge),
    };
  };
  const isGiven = isSameAs(all.nodes, given.current.nodes) && isSameAs(all.edges, given.current.edges);
  const { nodes, edges } = isGiven ? all : inPortions();
  useEffect(() => {
    const before = given.current;
    given.current = { nodes: idsOf(nodes, before.nodes), edges: idsOf(edges, before.edges), announced: firstOf(all) };
    if (nodes === all.nodes && edges === all.edges) return undefined;
    const frame = requestAnimationFrame(goOn);
    return () => cancelAnimationFrame(frame);
  });
  return { nodes, edges };
};
