import { type PointerEvent, useEffect, useState } from 'react';
import type { Point } from '#model';
import styles from './SpaceTool.module.css';
import { forgetSpace, keepSpace, type Making, showSpace } from './spacing.ts';
import { onScreen, onWall } from './view.ts';

/** A drag under way: where it began, on the wall, and what it has come to. */
type Drag = { from: Point; making: Making };

const pointOf = ({ clientX, clientY }: PointerEvent): Point => onWall({ x: clientX, y: clientY });

/** The room between the line and where it has been moved to, in pixels of the sheet. */
const bandStyle = ({ axis, line, by }: Making, sheet: DOMRect) => {
  const [start, end] = [Math.min(line, line + by), Math.max(line, line + by)].map((at) => onScreen({ x: at, y: at }));
  if (!start || !end) return {};
  return axis === 'x'
    ? { top: 0, bottom: 0, left: start.x - sheet.left, width: end.x - start.x }
    : { left: 0, right: 0, top: start.y - sheet.top, height: end.y - start.y };
};

/** While the space tool is chosen: a sheet over the wall that takes the pointer. */
export const SpaceTool = () => {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [sheet, setSheet] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!drag) return undefined;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      forgetSpace();
      setDrag(null);
    };
    window.addEventListener('keydown', cancel, { capture: true });
    return () => window.removeEventListener('keydown', cancel, { capture: true });
  }, [drag]);
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    sheet?.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    setDrag({ from, making: { axis: 'x', line: from.x, by: 0 } });
  };
  const move = (event: PointerEvent) => {
    if (drag) setDrag({ ...drag, making: showSpace(drag.from, pointOf(event)) });
  };
  const end = () => {
    if (drag) keepSpace(drag.making);
    setDrag(null);
  };
  return (
    <div
      ref={setSheet}
      className={styles.sheet}
      data-space-tool
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
    >
      {drag && sheet && (
        <div
          className={styles.band}
          data-axis={drag.making.axis}
          style={bandStyle(drag.making, sheet.getBoundingClientRect())}
        />
      )}
    </div>
  );
};
