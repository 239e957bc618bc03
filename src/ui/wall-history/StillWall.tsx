import {
  Background,
  ConnectionMode,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  ViewportPortal,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo } from 'react';
import type { Board } from '#model';
import { WallControls } from '../canvas/WallControls.tsx';
import { createEdgesOf, createNodesOf, placedNotes, type WallEdge, type WallNode } from '../canvas/wallElements.ts';
import { wallStore } from '../canvas/wallStore.ts';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import { useHistory } from './historyStore.ts';
import { type Mark, marksOfNotes, tonesOfArrows } from './marks.ts';
import { Marks, StillFrame, StillNote } from './StillNote.tsx';
import styles from './StillWall.module.css';
import type { Comparison } from './useComparison.ts';

const nodeTypes = { note: StillNote, frame: StillFrame };
const untouched = { selection: { noteIds: [], connectionIds: [] }, drafts: {}, focusedNoteId: null };

/** The words of a mark lie over the neighbours. */
const stillNode = (node: WallNode, mark: Mark | undefined): WallNode => ({
  ...node,
  draggable: false,
  selectable: false,
  connectable: false,
  zIndex: (node.zIndex ?? 0) + (mark ? 2 : 0),
});

const headColours = { same: 'var(--edge-strong)', added: 'var(--success)', removed: 'var(--danger)' };

const stillEdge = (edge: WallEdge, tone: Mark['tone'] | undefined) => ({
  ...edge,
  type: 'default',
  selectable: false,
  className: styles[tone ?? 'same'] ?? '',
  markerEnd: {
    type: MarkerType.ArrowClosed,
    // Of one size, however thick the line is.
    markerUnits: 'userSpaceOnUse',
    width: 26,
    height: 26,
    color: tone === 'added' || tone === 'removed' ? headColours[tone] : headColours.same,
  },
});

const useElements = ({ board, differences }: Comparison) => {
  const nodesOf = useMemo(createNodesOf, []);
  const edgesOf = useMemo(createEdgesOf, []);
  return useMemo(() => {
    const tones = tonesOfArrows(differences);
    const marks = marksOfNotes(differences);
    return {
      nodes: nodesOf({ board, ...untouched }).map((node) => stillNode(node, marks.get(node.id))),
      edges: edgesOf({ board, ...untouched }).map((edge) => stillEdge(edge, tones.get(edge.id))),
      marks,
    };
  }, [board, differences, nodesOf, edgesOf]);
};

/** Where notes stood that have been moved since. */
const FormerPlaces = ({ before, differences }: { before: Board; differences: Comparison['differences'] }) => {
  const moved = new Set(differences.flatMap(({ what, id }) => (what === 'note-moved' ? [id] : [])));
  return (
    <ViewportPortal>
      {placedNotes(before)
        .filter(({ noteId }) => moved.has(noteId))
        .map(({ noteId, x, y, width, height }) => (
          <span
            key={noteId}
            className={styles.formerPlace}
            style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
          />
        ))}
    </ViewportPortal>
  );
};

/** Everything that ever came is in view at the start, so that the wall does not jump while it is drawn. */
const useFitAtStart = () => {
  const isRead = useHistory((state) => state.events !== null);
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (!isRead) return;
    const frame = requestAnimationFrame(() => void fitView({ padding: '40px', maxZoom: 1.1, duration: 0 }));
    return () => cancelAnimationFrame(frame);
  }, [isRead, fitView]);
};

const Flow = ({ comparison }: { comparison: Comparison }) => {
  const { nodes, edges, marks } = useElements(comparison);
  useFitAtStart();
  useEffect(() => () => wallStore.setState({ flow: null }), []);
  return (
    <Marks value={marks}>
      <ReactFlow
        nodes={nodes}
        edges={edges as WallEdge[]}
        nodeTypes={nodeTypes}
        onInit={(flow) => wallStore.setState({ flow })}
        nodesDraggable={false}
        nodesConnectable={false}
        connectionMode={ConnectionMode.Loose}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={2.5}
        attributionPosition="bottom-left"
        aria-label={texts.title}
      >
        <Background gap={24} size={1.6} color="var(--canvas-dot)" bgColor="var(--canvas)" />
        <FormerPlaces before={comparison.before} differences={comparison.differences} />
      </ReactFlow>
    </Marks>
  );
};

/** The wall as it was, with what differs marked on it. It can be moved and zoomed, and not be changed. */
export const StillWall = ({ comparison }: { comparison: Comparison }) => (
  <ReactFlowProvider>
    <div className={styles.wall} data-wall>
      <Flow comparison={comparison} />
      <WallControls />
    </div>
  </ReactFlowProvider>
);
