import { keyOfTraced } from '#model';
import type { Traced } from './tracedNow.ts';
import type { TracedNode, TraceState } from './traceStore.ts';

export type TraceRow = {
  key: string;
  level: number;
  /** Its place among those beside it, and how many they are. */
  place: number;
  of: number;
} & (
  | { kind: 'node'; node: TracedNode; isOpen: boolean; effects: number }
  /** What is left of many: a press shows the next ones. */
  | { kind: 'more'; parentKey: string; shown: number; left: number }
);

/** Effects of one node that are shown at first, and that come with each press. */
export const pageOfEffects = 50;
/** What came of the thing that is looked at stands open for so many steps. */
const stepsOpen = 4;

type Opening = Pick<TraceState, 'opened' | 'shown'>;

/** The rows of the tree as they stand below each other: the way to what is looked at is open, and what came of it. */
export const rowsOf = ({ tree, subject }: Traced, { opened, shown }: Opening): TraceRow[] => {
  const path = new Set(tree.pathTo(subject));
  const subjectKey = keyOfTraced(subject);
  const rows: TraceRow[] = [];

  /** `behind` counts the steps behind what is looked at; 0 where it does not lie behind it. */
  const add = (node: TracedNode, level: number, place: number, of: number, behind: number): void => {
    const key = keyOfTraced(node);
    const children = tree.childrenOf(node);
    const isBehind = key === subjectKey ? 1 : behind > 0 ? behind + 1 : 0;
    const isOpen =
      children.length > 0 && (opened.get(key) ?? (path.has(key) || (isBehind > 0 && isBehind <= stepsOpen)));
    rows.push({ kind: 'node', key, level, place, of, node, isOpen, effects: children.length });
    if (!isOpen) return;
    const most = Math.max(shown.get(key) ?? pageOfEffects, onTheWay(children, path));
    const seen = children.slice(0, most);
    const left = children.length - seen.length;
    const count = seen.length + (left > 0 ? 1 : 0);
    for (const [index, child] of seen.entries()) add(child, level + 1, index + 1, count, isBehind);
    if (left > 0)
      rows.push({
        kind: 'more',
        key: `${key} more`,
        parentKey: key,
        shown: most,
        left,
        level: level + 1,
        place: count,
        of: count,
      });
  };
  add(tree.root, 1, 1, 1, 0);
  return rows;
};

/** So many have to be shown for the one that leads to what is looked at to be among them. */
const onTheWay = (children: readonly TracedNode[], path: ReadonlySet<string>): number =>
  children.length <= pageOfEffects ? 0 : children.findIndex((child) => path.has(keyOfTraced(child))) + 1;
