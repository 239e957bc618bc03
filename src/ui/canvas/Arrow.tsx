import type { EdgeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { arrowHead, arrowShape } from '#model';
import { classes } from '../kit/classes.ts';
import styles from './Arrow.module.css';
import { useKeyed } from './keyed.ts';
import type { WallEdge } from './wallElements.ts';
import { arrowLights } from './wallLights.ts';

/** A dot that runs along the arrow when a run comes by. */
const Runner = ({ turn, path }: { turn: number; path: string }) => (
  <circle r={5} className={styles.runner} style={{ '--turn': turn, offsetPath: `path("${path}")` } as CSSProperties} />
);

/** A connection, from the rim of one note to the rim of the other. */
export const Arrow = memo((edge: EdgeProps<WallEdge>) => {
  const { id, sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, data } = edge;
  const { isFar, isLit, runner } = useKeyed(arrowLights, id);
  const { line, head } = arrowShape(
    { x: sourceX, y: sourceY, side: `${sourcePosition}` },
    { x: targetX, y: targetY, side: `${targetPosition}` },
  );
  return (
    <>
      <path
        id={id}
        d={line}
        className={classes(
          'react-flow__edge-path',
          styles.line,
          isLit && styles.lit,
          data?.isUnheard && styles.unheard,
        )}
      />
      {/* From far away nobody hits an arrow that is not drawn anyway. */}
      {!isFar && (
        <path d={line} fill="none" strokeOpacity={0} strokeWidth={18} className="react-flow__edge-interaction" />
      )}
      <path
        className={classes(styles.head, isLit && styles.lit)}
        d={arrowHead}
        transform={`translate(${head.x} ${head.y}) rotate(${head.turn})`}
      />
      {runner && <Runner key={runner.nonce} turn={runner.turn} path={line} />}
    </>
  );
});
