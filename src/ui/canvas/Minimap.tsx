import { useStore } from '@xyflow/react';
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { centreOf, sketchOf } from '#model';
import { BoardSketch, sketchedArea } from '../files/BoardSketch.tsx';
import { viewTexts as texts } from '../text/views.ts';
import { useApp } from '../useApp.ts';
import styles from './Minimap.module.css';
import { pointInArea } from './minimapGeometry.ts';
import { centreAt, viewedArea } from './view.ts';

/** What is seen of the wall, drawn on its map. */
const Seen = () => {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return (
    <rect className={styles.seen} x={-x / zoom} y={-y / zoom} width={width / zoom} height={height / zoom} rx={0} />
  );
};

/** A part of what is seen, for one press of an arrow key. */
const stepOfKey = 0.25;

const directions: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const moveByKey = (event: KeyboardEvent) => {
  const direction = directions[event.key];
  const seen = viewedArea();
  if (!direction || !seen || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  const { x, y } = centreOf(seen);
  centreAt({ x: x + direction[0] * seen.width * stepOfKey, y: y + direction[1] * seen.height * stepOfKey });
};

/** The whole wall in small, with what is seen of it; a press on it, or a drag, goes there. */
export const Minimap = () => {
  const board = useApp((state) => state.board);
  const sketch = useMemo(() => ({ ...sketchOf(board, Number.POSITIVE_INFINITY), arrows: [] }), [board]);
  if (sketch.notes.length === 0) return null;
  const area = sketchedArea(sketch);
  const goTo = ({ currentTarget, clientX, clientY }: PointerEvent) =>
    centreAt(pointInArea(area, currentTarget.getBoundingClientRect(), { x: clientX, y: clientY }));
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    goTo(event);
  };
  const drag = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      className={styles.map}
      role="group"
      aria-label={texts.map}
      aria-description={texts.mapHint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the wall from here
      tabIndex={0}
      data-minimap
      onPointerDown={begin}
      onPointerMove={drag}
      onKeyDown={moveByKey}
    >
      <BoardSketch sketch={sketch}>
        <Seen />
      </BoardSketch>
    </div>
  );
};
