import type { ReactNode } from 'react';
import type { Rectangle, BoardSketch as Sketch } from '#model';
import styles from './BoardSketch.module.css';

/** A few notes shall not fill the picture: they are small on the wall, too. */
const leastWidth = 720;
const leastHeight = 420;
const margin = 24;

/** The part of the wall that the picture shows: all notes, in the middle. */
export const sketchedArea = ({ notes }: Sketch): Rectangle => {
  const left = Math.min(...notes.map(({ x }) => x));
  const top = Math.min(...notes.map(({ y }) => y));
  const width = Math.max(...notes.map((note) => note.x + note.width)) - left;
  const height = Math.max(...notes.map((note) => note.y + note.height)) - top;
  const shownWidth = Math.max(width, leastWidth) + 2 * margin;
  const shownHeight = Math.max(height, leastHeight) + 2 * margin;
  return {
    x: left - (shownWidth - width) / 2,
    y: top - (shownHeight - height) / 2,
    width: shownWidth,
    height: shownHeight,
  };
};

const viewBoxOf = ({ x, y, width, height }: Rectangle): string => [x, y, width, height].join(' ');

/** A wall in small: its notes in their colours, and the arrows between them. What lies over it is in the wall's units. */
export const BoardSketch = ({ sketch, children }: { sketch: Sketch; children?: ReactNode }) => (
  <svg className={styles.sketch} viewBox={viewBoxOf(sketchedArea(sketch))} aria-hidden="true">
    {sketch.arrows.map(({ from, to }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a picture of one moment, nothing in it is moved
      <line key={index} className={styles.arrow} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    ))}
    {sketch.notes.map(({ kind, x, y, width, height }, index) => (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture of one moment, nothing in it is moved
        key={index}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={kind === 'frame' ? 12 : 8}
        fill={`var(--note-${kind})`}
        stroke={`var(--note-${kind}-edge)`}
      />
    ))}
    {children}
  </svg>
);
