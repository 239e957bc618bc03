import { ReactFlowProvider, useReactFlow, ViewportPortal } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import type { Board } from '#model';
import { WallControls } from '../canvas/WallControls.tsx';
import { createEdgesOf, createNodesOf, placedNotes } from '../canvas/wallElements.ts';
import { wallStore } from '../canvas/wallStore.ts';
import { marksOfNotes, tonesOfArrows } from './marks.ts';
import { StillFlow, stillEdge, stillNode, untouched } from './StillFlow.tsx';
import styles from './StillWall.module.css';
import type { Comparison } from './useComparison.ts';

/** Two walls on one, and whether they are there to be looked at. */
type StillWallProps = {
  comparison: Pick<Comparison, 'before' | 'board' | 'differences'>;
  isRead: boolean;
  label: string;
};

const useElements = ({ board, differences }: StillWallProps['comparison']) => {
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
const useFitAtStart = (isRead: boolean) => {
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (!isRead) return;
    const frame = requestAnimationFrame(() => void fitView({ padding: '40px', maxZoom: 1.1, duration: 0 }));
    return () => cancelAnimationFrame(frame);
  }, [isRead, fitView]);
};

/** What is fitted is this wall, and not the present one. */
const useShown = (board: Board): void => {
  useEffect(() => wallStore.setState({ still: board }), [board]);
  useEffect(() => () => wallStore.setState({ still: null }), []);
};

const Flow = ({ comparison, isRead, label }: StillWallProps) => {
  const elements = useElements(comparison);
  useFitAtStart(isRead);
  useShown(comparison.board);
  return (
    <StillFlow {...elements} label={label}>
      <FormerPlaces before={comparison.before} differences={comparison.differences} />
    </StillFlow>
  );
};

/** The wall as it was, with what differs marked on it. It can be moved and zoomed, and not be changed. */
export const StillWall = (props: StillWallProps) => (
  <ReactFlowProvider>
    <div className={styles.wall} data-wall>
      <Flow {...props} />
      <WallControls />
    </div>
  </ReactFlowProvider>
);
