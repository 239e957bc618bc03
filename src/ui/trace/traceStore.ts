import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TraceNode } from '#model';
import type { CommandRecord, RecordedEvent } from '#state';

export type TracedNode = TraceNode<RecordedEvent, CommandRecord>;

/** What is looked at of causes and consequences. */
export type TraceState = {
  isOpen: boolean;
  /** What was chosen in the tree, and the position that the cursor went to: elsewhere it is the event there. */
  chosen: { node: TracedNode; position: number } | null;
  /** Nodes that somebody opened or closed. */
  opened: ReadonlyMap<string, boolean>;
  /** How many of a node's many effects are shown, where more were asked for. */
  shown: ReadonlyMap<string, number>;
};

export const closedTrace: TraceState = { isOpen: false, chosen: null, opened: new Map(), shown: new Map() };

export const traceStore = createStore<TraceState>(() => closedTrace);

export const useTrace = <Slice>(select: (state: TraceState) => Slice): Slice => useStore(traceStore, select);
