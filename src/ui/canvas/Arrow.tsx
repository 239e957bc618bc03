import { BaseEdge, type EdgeProps, getBezierPath, Position } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { classes } from '../kit/classes.ts';
import styles from './Arrow.module.css';
import { useIsLit } from './useLit.ts';
import type { WallEdge } from './wallElements.ts';
import { useWall } from './wallStore.ts';

const headLength = 9;

const inwards: { [P in Position]: { x: number; y: number; turn: number } } = {
  [Position.Left]: { x: 1, y: 0, turn: 0 },
  [Position.Right]: { x: -1, y: 0, turn: 180 },
  [Position.Top]: { x: 0, y: 1, turn: 90 },
  [Position.Bottom]: { x: 0, y: -1, turn: -90 },
};

/** A dot that runs along the arrow when a run comes by. */
const Runner = ({ connectionId, path }: { connectionId: string; path: string }) => {
  const pulse = useWall((state) => (state.pulse?.path.connections.has(connectionId) ? state.pulse : null));
  if (!pulse) return null;
  const turn = pulse.path.connections.get(connectionId);
  const style = { '--turn': turn, offsetPath: `path("${path}")` } as CSSProperties;
  return <circle key={pulse.nonce} r={5} className={styles.runner} style={style} />;
};

/** A connection, from the rim of one note to the rim of the other. */
export const Arrow = memo((edge: EdgeProps<WallEdge>) => {
  const { id, sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, selected, data } = edge;
  const isLit = useIsLit(id);
  const isFar = useWall((state) => state.isFar);
  const { x, y, turn } = inwards[targetPosition];
  const [path] = getBezierPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX: targetX - x * headLength,
    targetY: targetY - y * headLength,
    targetPosition,
    curvature: 0.3,
  });
  return (
    <g
      className={classes(
        styles.arrow,
        selected && styles.selected,
        isLit && styles.lit,
        data?.isUnheard && styles.unheard,
      )}
    >
      {/* From far away nobody hits an arrow that is not drawn anyway. */}
      <BaseEdge id={id} path={path} interactionWidth={isFar ? 0 : 18} className={styles.line ?? ''} />
      <path
        className={styles.head}
        d={`M 0 0 L ${-headLength - 1} -5 L ${-headLength - 1} 5 Z`}
        transform={`translate(${targetX} ${targetY}) rotate(${turn})`}
      />
      <Runner connectionId={id} path={path} />
    </g>
  );
});
