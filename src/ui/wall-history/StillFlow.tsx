import { Background, ConnectionMode, MarkerType, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactNode, useEffect } from 'react';
import type { WallEdge, WallNode } from '../canvas/wallElements.ts';
import { wallStore } from '../canvas/wallStore.ts';
import type { Mark } from './marks.ts';
import { Marks, StillFrame, StillNote } from './StillNote.tsx';
import styles from './StillWall.module.css';

const nodeTypes = { note: StillNote, frame: StillFrame };
/** Nothing is selected or dragged on a still wall. */
export const untouched = { selection: { noteIds: [], connectionIds: [] }, drafts: {}, focusedNoteId: null };

/** The words of a mark lie over the neighbours. */
export const stillNode = (node: WallNode, mark: Mark | undefined): WallNode => ({
  ...node,
  draggable: false,
  selectable: false,
  connectable: false,
  zIndex: (node.zIndex ?? 0) + (mark ? 2 : 0),
});

const headColours = { same: 'var(--edge-strong)', added: 'var(--success)', removed: 'var(--danger)' };

export const stillEdge = (edge: WallEdge, tone: Mark['tone'] | undefined) => ({
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

type StillFlowProps = {
  nodes: WallNode[];
  edges: ReturnType<typeof stillEdge>[];
  marks: ReadonlyMap<string, Mark>;
  label: string;
  children?: ReactNode;
};

/** Notes and arrows to be looked at, with marks on them: they can be moved and zoomed, and not be changed. */
export const StillFlow = ({ nodes, edges, marks, label, children }: StillFlowProps) => {
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
        aria-label={label}
      >
        <Background gap={24} size={1.6} color="var(--canvas-dot)" bgColor="var(--canvas)" />
        {children}
      </ReactFlow>
    </Marks>
  );
};
