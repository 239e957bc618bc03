import { Background, ConnectionMode, ReactFlow, ReactFlowProvider, SelectionMode, useStore } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type DragEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useMemo } from 'react';
import { noteKinds } from '#model';
import { workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import { Arrow } from './Arrow.tsx';
import { connectDropped, connectNotes, reconnect, startLeading, stopLeading } from './connecting.ts';
import { addNote } from './edits.ts';
import { FrameNote } from './FrameNote.tsx';
import { onEdgesChange, onNodesChange } from './gestures.ts';
import { Note } from './Note.tsx';
import { draggedKindType } from './Palette.tsx';
import { fitAll, onWall } from './view.ts';
import styles from './Wall.module.css';
import { WallChooser } from './WallChooser.tsx';
import { WallControls } from './WallControls.tsx';
import { selectFocused } from './walking.ts';
import { createEdgesOf, createNodesOf } from './wallElements.ts';
import { useWall, wallStore } from './wallStore.ts';
import { watchForPulses } from './watchForPulses.ts';

const nodeTypes = { note: Note, frame: FrameNote };
const edgeTypes = { arrow: Arrow };

/** Beyond this many notes only those in view are drawn; below it, drawing them all keeps panning smooth. */
const mostDrawn = 250;

const useElements = () => {
  const board = useApp((state) => state.board);
  const selection = useApp((state) => state.selection);
  const drafts = useWall((state) => state.drafts);
  const focusedNoteId = useWall((state) => state.focusedNoteId);
  const nodesOf = useMemo(createNodesOf, []);
  const edgesOf = useMemo(createEdgesOf, []);
  return {
    nodes: nodesOf({ board, selection, drafts, focusedNoteId }),
    edges: edgesOf({ board, selection, drafts }),
  };
};

const openKindChooser = (event: MouseEvent) => {
  if (!(event.target instanceof Element) || !event.target.matches('.react-flow__pane')) return;
  wallStore.setState({ chooser: { purpose: 'add', at: onWall({ x: event.clientX, y: event.clientY }) } });
};

const rememberFocus = ({ target }: FocusEvent) => {
  const noteId = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (noteId) wallStore.setState({ focusedNoteId: noteId });
};

/** React Flow takes Space for panning before the registry of actions sees it. */
const selectBySpace = ({ key, shiftKey }: KeyboardEvent) => {
  if (key === ' ') selectFocused(shiftKey);
};

const allowDrop = (event: DragEvent) => {
  if (!event.dataTransfer.types.includes(draggedKindType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
};

const dropKind = (event: DragEvent) => {
  const kind = noteKinds.find((candidate) => candidate === event.dataTransfer.getData(draggedKindType));
  if (!kind) return;
  event.preventDefault();
  addNote(kind, onWall({ x: event.clientX, y: event.clientY }));
};

/** A model opens with everything in view. */
const useFitOnOpen = () => {
  const modelId = useApp((state) => state.modelId);
  const hasFlow = useWall(({ flow }) => flow !== null);
  const isReady = useStore(({ width, height }) => width > 0 && height > 0) && hasFlow;
  useEffect(() => {
    if (!isReady || modelId === '') return;
    const frame = requestAnimationFrame(() => fitAll({ isAtOnce: true }));
    return () => cancelAnimationFrame(frame);
  }, [modelId, isReady]);
};

/** A region that is being folded or unfolded has no size for a moment: that is no error (004) here. */
const onError = (code: string, message: string) => {
  if (code !== '004') console.warn(message);
};

const Flow = () => {
  const { nodes, edges } = useElements();
  const tool = useWall((state) => state.tool);
  useFitOnOpen();
  useEffect(watchForPulses, []);
  useEffect(() => () => wallStore.setState({ flow: null, chooser: null, drafts: {} }), []);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onInit={(flow) => wallStore.setState({ flow })}
      onError={onError}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onNodeDoubleClick={(_event, { id }) => workspace.startRenaming(id)}
      onConnect={({ source, target }) => connectNotes(source, target)}
      onConnectEnd={connectDropped}
      onReconnectStart={startLeading}
      onReconnect={reconnect}
      onReconnectEnd={stopLeading}
      connectionMode={ConnectionMode.Loose}
      connectionRadius={28}
      nodesFocusable
      edgesFocusable={false}
      disableKeyboardA11y
      autoPanOnNodeFocus={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
      selectionOnDrag={tool === 'select'}
      selectionMode={SelectionMode.Full}
      panOnDrag={tool === 'hand' ? true : [1, 2]}
      nodesDraggable={tool === 'select'}
      zoomOnDoubleClick={false}
      elevateNodesOnSelect={false}
      minZoom={0.1}
      maxZoom={2.5}
      snapToGrid
      snapGrid={[8, 8]}
      attributionPosition="bottom-left"
      onlyRenderVisibleElements={nodes.length > mostDrawn}
    >
      <Background gap={24} size={1.6} color="var(--canvas-dot)" bgColor="var(--canvas)" />
    </ReactFlow>
  );
};

const Announcer = () => {
  const { text, nonce } = useWall(({ announcement }) => announcement);
  return (
    <p className={styles.announcer} role="status">
      <span key={nonce}>{text}</span>
    </p>
  );
};

const EmptyWall = () => {
  const isEmpty = useApp(({ board, phase }) => phase === 'ready' && Object.keys(board.notes).length === 0);
  if (!isEmpty) return null;
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{canvasText.emptyTitle}</p>
      <p>{canvasText.emptyHint}</p>
    </div>
  );
};

/** The wall: the board's notes and arrows, to be drawn, moved, connected and watched. */
export const Wall = () => {
  const tool = useWall((state) => state.tool);
  return (
    <ReactFlowProvider>
      <div className={styles.wall}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what a double click does, N does by keyboard */}
        <div
          className={styles.flow}
          data-wall
          data-tool={tool}
          tabIndex={-1}
          onDoubleClick={openKindChooser}
          onKeyDown={selectBySpace}
          onFocus={rememberFocus}
          onDragOver={allowDrop}
          onDrop={dropKind}
        >
          <Flow />
        </div>
        <EmptyWall />
        <WallControls />
        <WallChooser />
        <Announcer />
      </div>
    </ReactFlowProvider>
  );
};
