import type { ReactFlowInstance } from '@xyflow/react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Board, Point, RunPath } from '#model';
import type { Drafts } from './drafts.ts';
import type { DragMarks } from './dragging.ts';
import type { Pulse } from './runPath.ts';
import type { WallEdge, WallNode } from './wallElements.ts';

/** A list to choose from, open over the wall. `at` is a point of the wall, in canvas units. */
export type Chooser =
  | { purpose: 'add'; at: Point }
  | { purpose: 'append'; from: string; at?: Point }
  | { purpose: 'connect'; from: string }
  /** What can be done with the selection. */
  | { purpose: 'menu'; at: Point }
  /** The views of the wall. */
  | { purpose: 'views' };

/** What only the wall knows: gestures under way, its tool, its focus. Gone with a reload, unlike the board. */
export type WallState = {
  tool: 'select' | 'hand' | 'space';
  chooser: Chooser | null;
  drafts: Drafts;
  dragMarks: DragMarks | null;
  /** The list in which views are named and deleted. */
  areViewsShown: boolean;
  /** The note that Tab comes back to. */
  focusedNoteId: string | null;
  /** Said by screen readers; the nonce makes the same words count as new. */
  announcement: { text: string; nonce: number };
  /** So far away that notes are drawn with their names alone. */
  isFar: boolean;
  pulse: Pulse | null;
  /** What is lit while somebody looks into it, in place of the way to the cursor. */
  lit: RunPath | null;
  /** The note that is marked because something was found there. */
  foundNoteId: string | null;
  flow: ReactFlowInstance<WallNode, WallEdge> | null;
  /** What is shown in place of the present board: an earlier one, or two in one. */
  still: Board | null;
};

export const wallStore = createStore<WallState>(() => ({
  tool: 'select',
  chooser: null,
  drafts: {},
  dragMarks: null,
  areViewsShown: false,
  focusedNoteId: null,
  announcement: { text: '', nonce: 0 },
  isFar: false,
  pulse: null,
  lit: null,
  foundNoteId: null,
  flow: null,
  still: null,
}));

export const useWall = <Slice>(select: (state: WallState) => Slice): Slice => useStore(wallStore, select);

export const announce = (text: string): void =>
  wallStore.setState(({ announcement }) => ({ announcement: { text, nonce: announcement.nonce + 1 } }));
