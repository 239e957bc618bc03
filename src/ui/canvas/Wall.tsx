import {
  Background,
  type Connection,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { Suspense, useEffect, useMemo } from 'react';
import { appStore, workspace } from '#state';
import { TypedAhead } from '../kit/TypedAhead.tsx';
import { FaultMarks, Minimap, SpaceTool, ViewsDialog, WallChooser, WhyMarks } from '../shell/lazyParts.ts';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import { Announcer } from './Announcer.tsx';
import { Arrow } from './Arrow.tsx';
import { connectDropped, connectNotes, reconnect, startLeading, stopLeading } from './connecting.ts';
import { DragMarks } from './DragMarks.tsx';
import { startDrag } from './dragging.ts';
import { FollowZoom } from './FollowZoom.tsx';
import { FoundMark } from './FoundMark.tsx';
import { FrameNote } from './FrameNote.tsx';
import { followClipboard } from './followClipboard.ts';
import { onEdgesChange, onNodesChange, startBox } from './gestures.ts';
import { useInPortions } from './inPortions.ts';
import { watchForLongPress } from './longPress.ts';
import { useMinimap } from './minimapChoice.ts';
import { Note } from './Note.tsx';
import { watchForPenBox } from './penBox.ts';
import { watchForTrackpad } from './trackpad.ts';
import { useKnownSizes } from './useKnownSizes.ts';
import { bringIntoView, fitOnOpening } from './view.ts';
import styles from './Wall.module.css';
import { WallControls } from './WallControls.tsx';
import { createEdgesOf, createNodesOf, type WallEdge, type WallNode } from './wallElements.ts';
import {
  allowDrop,
  dropFromPalette,
  openKindChooser,
  openMenuAt,
  openMenuOfNote,
  rememberFocus,
  selectBySpace,
} from './wallHandlers.ts';
import { useWall, wallStore } from './wallStore.ts';
import { watchForPulses } from './watchForPulses.ts';

const addingKeys = ['Shift', 'Meta', 'Control'];
const otherButtons = [1, 2];
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
  return useMemo(
    () => ({
      nodes: nodesOf({ board, selection, drafts, focusedNoteId }),
      edges: edgesOf({ board, selection, drafts }),
    }),
    [nodesOf, edgesOf, board, selection, drafts, focusedNoteId],
  );
};

/** A model opens with everything in view; it comes back into view when the interface is drawn larger or smaller. */
const useFitOnOpen = () => {
  const flow = useReactFlow<WallNode, WallEdge>();
  const modelId = useApp((state) => state.modelId);
  const scale = useApp((state) => state.scale);
  // React Flow has told its size and taken the notes in by now, and has drawn none of them: its effects come before this one.
  useEffect(() => wallStore.setState({ flow }), [flow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scale is not read here, its change is the occasion
  useEffect(() => (modelId === '' ? undefined : fitOnOpening()), [modelId, scale]);
};

/** When the inspector opens for a note, the wall gets narrower: the note must not end up behind it. */
const useSelectedInView = () => {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is not read here, its change is the occasion
  useEffect(() => {
    const [noteId, ...others] = appStore.getState().selection.noteIds;
    if (noteId && others.length === 0) bringIntoView(noteId);
  }, [width, height]);
};

/** A region that is being folded or unfolded has no size for a moment: that is no error (004) here. */
const onError = (code: string, message: string) => {
  if (code !== '004') console.warn(message);
};

// A handler that were made anew each time would draw every note anew.
const renamePressed = (_event: unknown, { id }: WallNode) => workspace.startRenaming(id);
const connectPressed = ({ source, target }: Connection) => connectNotes(source, target);

/** Which notes made the value that somebody asks after, and on which arrows events met faults. */
const Marks = () => {
  const isAsked = useApp(({ why }) => why !== null);
  const hasFaults = useApp(({ readModelStatus, policyStatus }) =>
    Object.values({ ...readModelStatus, ...policyStatus }).some(({ faults }) => faults),
  );
  return (
    <Suspense>
      {isAsked && <WhyMarks />}
      {hasFaults && <FaultMarks />}
    </Suspense>
  );
};

const Flow = () => {
  useKnownSizes();
  const elements = useElements();
  const { nodes, edges } = useInPortions(elements);
  const tool = useWall((state) => state.tool);
  useFitOnOpen();
  useSelectedInView();
  useEffect(watchForPulses, []);
  useEffect(followClipboard, []);
  useEffect(() => () => wallStore.setState({ flow: null, chooser: null, drafts: {}, dragMarks: null }), []);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onError={onError}
      onNodeDragStart={startDrag}
      onSelectionStart={startBox}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onNodeDoubleClick={renamePressed}
      onPaneContextMenu={openMenuAt}
      onConnect={connectPressed}
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
      multiSelectionKeyCode={addingKeys}
      selectionOnDrag={tool === 'select'}
      selectionMode={SelectionMode.Full}
      panOnDrag={tool === 'hand' ? true : otherButtons}
      nodesDraggable={tool === 'select'}
      zoomOnDoubleClick={false}
      elevateNodesOnSelect={false}
      minZoom={0.1}
      maxZoom={2.5}
      attributionPosition="bottom-left"
      onlyRenderVisibleElements={elements.nodes.length > mostDrawn}
    >
      <FollowZoom />
      <FoundMark />
      <Marks />
      <Background gap={24} size={1.6} color="var(--canvas-dot)" bgColor="var(--canvas)" />
      <DragMarks />
    </ReactFlow>
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

/** What has to see events before React Flow does. */
const watchHands = (wall: HTMLElement | null): (() => void) | undefined => {
  if (!wall) return undefined;
  const stops = [watchForLongPress(wall), watchForTrackpad(wall), watchForPenBox(wall)];
  return () => {
    for (const stop of stops) stop();
  };
};

const OpenChooser = () => {
  const isOpen = useWall((state) => state.chooser !== null);
  return isOpen ? (
    <Suspense fallback={<TypedAhead />}>
      <WallChooser />
    </Suspense>
  ) : null;
};

/** The wall: the board's notes and arrows, to be drawn, moved, connected and watched. */
export const Wall = () => {
  const tool = useWall((state) => state.tool);
  const areViewsShown = useWall((state) => state.areViewsShown);
  const isMapShown = useMinimap();
  return (
    <ReactFlowProvider>
      <div className={styles.wall}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what a double click does, N does by keyboard */}
        <div
          className={styles.flow}
          data-wall
          data-tool={tool}
          tabIndex={-1}
          ref={watchHands}
          onDoubleClick={openKindChooser}
          onContextMenu={openMenuOfNote}
          onKeyDown={selectBySpace}
          onFocus={rememberFocus}
          onDragOver={allowDrop}
          onDrop={dropFromPalette}
        >
          <Flow />
          <Suspense>{tool === 'space' && <SpaceTool />}</Suspense>
        </div>
        <EmptyWall />
        <WallControls />
        <Suspense>
          {isMapShown && <Minimap />}
          {areViewsShown && <ViewsDialog />}
        </Suspense>
        <OpenChooser />
        <Announcer />
      </div>
    </ReactFlowProvider>
  );
};
