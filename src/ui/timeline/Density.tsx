import { useLayoutEffect, useRef, useState } from 'react';
import { densityOf } from '#model';
import { historyOf } from '#state';
import { useApp } from '../useApp.ts';
import { cleared, drawBars, mostOf } from './drawDensity.ts';
import styles from './Scrubber.module.css';

const columnWidth = 3;
const densityHeight = 18;

const useWidth = () => {
  const element = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
};

/** The whole history at a glance. */
export const Density = () => {
  const events = useApp((state) => state.events);
  const scale = useApp((state) => state.scale);
  const { element, width } = useWidth();
  useLayoutEffect(() => {
    const context = element.current && cleared(element.current, width, densityHeight, scale);
    if (!context) return;
    const history = historyOf(events);
    const columns = Math.max(1, Math.floor(width / columnWidth));
    const types = history.types.names.length;
    const counts = densityOf(history, events.length, columns);
    drawBars(context, {
      counts,
      types,
      columnWidth: width / columns,
      middle: densityHeight / 2,
      height: densityHeight,
      most: mostOf(counts, types),
    });
  }, [element, events, width, scale]);
  return <canvas ref={element} className={styles.density} style={{ height: densityHeight }} />;
};
