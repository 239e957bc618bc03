import { type EdgeProps, getBezierPath, Position } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { classes } from '../kit/classes.ts';
import styles from './Arrow.module.css';
import { useKeyed } from './keyed.ts';
import type { WallEdge } from './wallElements.ts';
import { arrowLights } from './wallLights.ts';

const headLength = 9;
const headPath = `M 0 0 L ${-headLength - 1} -5 L ${-headLength - 1} 5 Z`;

const inwards: { [P in Position]: { x: number; y: number; turn: number } } = {
  [Position.Left]: { x: 1, y: 0, turn: 0 },
  [Position.Right]: { x: -1, y: 0, turn: 180 },
  [Position.Top]: { x: 0, y: 1, turn: 90 },
  [Position.Bottom]: { x: 0, y: -1, turn: -90 },
};

/** A dot that runs along the arrow when a run comes by. */
const Runner = ({ turn, path }: { turn: number; path: string }) => (
  <circle r={5} className={styles.runner} style={{ '--turn': turn, offsetPath: `path("${path}")` } as CSSProperties} />
);

/** A connection, from the rim of one note to the rim of the other. */
export const Arrow = memo((edge: EdgeProps<WallEdge>) => {
  const { id, sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, data } = edge;
  const { isFar, isLit, runner } = useKeyed(arrowLights, id);
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
    <>
      <path
        id={id}
        d={path}
        className={classes(
          'react-flow__edge-path',
          styles.line,
          isLit && styles.lit,
          data?.isUnheard && styles.unheard,
        )}
      />
      {/* From far away nobody hits an arrow that is not drawn anyway. */}
      {!isFar && (
        <path d={path} fill="none" strokeOpacity={0} strokeWidth={18} className="react-flow__edge-interaction" />
      )}
      <path
        className={classes(styles.head, isLit && styles.lit)}
        d={headPath}
        transform={`translate(${targetX} ${targetY}) rotate(${turn})`}
      />
      {runner && <Runner key={runner.nonce} turn={runner.turn} path={path} />}
    </>
  );
});
