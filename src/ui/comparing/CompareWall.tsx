import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import { WallControls } from '../canvas/WallControls.tsx';
import { createEdgesOf, createNodesOf } from '../canvas/wallElements.ts';
import { comparingTexts as texts } from '../text/comparing.ts';
import { useApp } from '../useApp.ts';
import { StillFlow, stillEdge, stillNode, untouched } from '../wall-history/StillFlow.tsx';
import styles from '../wall-history/StillWall.module.css';
import { useCompare } from './compareStore.ts';
import { comparisonMarks } from './comparisonMarks.ts';

const useElements = () => {
  const board = useApp((state) => state.board);
  const comparison = useCompare((state) => state.comparison);
  const nodesOf = useMemo(createNodesOf, []);
  const edgesOf = useMemo(createEdgesOf, []);
  return useMemo(() => {
    const marks = comparisonMarks(board, comparison);
    return {
      marks,
      nodes: nodesOf({ board, ...untouched }).map((node) => stillNode(node, marks.get(node.id))),
      edges: edgesOf({ board, ...untouched }).map((edge) => stillEdge(edge, undefined)),
    };
  }, [board, comparison, nodesOf, edgesOf]);
};

const useFitAtStart = () => {
  const { fitView } = useReactFlow();
  useEffect(() => {
    const frame = requestAnimationFrame(() => void fitView({ padding: '40px', maxZoom: 1.1, duration: 0 }));
    return () => cancelAnimationFrame(frame);
  }, [fitView]);
};

const Flow = () => {
  useFitAtStart();
  return <StillFlow {...useElements()} label={texts.title} />;
};

/** The wall as it is, with what differs between the two sides marked on its notes. */
export const CompareWall = () => (
  <ReactFlowProvider>
    <div className={styles.wall} data-wall>
      <Flow />
      <WallControls />
    </div>
  </ReactFlowProvider>
);
