import { useMemo, useRef } from 'react';
import { appStore, workspace } from '#state';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { PinMarks } from './PinMarks.tsx';
import { positionAt } from './positionAt.ts';
import styles from './Scrubber.module.css';
import { hueByType } from './typeColors.ts';

/** More ticks than this would melt into one another; then the lanes alone show the types. */
const mostTicks = 400;

const Ticks = () => {
  const events = useApp((state) => state.events);
  const hues = useMemo(() => hueByType(events), [events]);
  if (events.length > mostTicks) return null;
  return events.map(({ type, metadata }) => (
    <span
      key={metadata.globalPosition}
      className={styles.tick}
      style={{
        left: `${(metadata.globalPosition / events.length) * 100}%`,
        background: `hsl(${hues.get(type) ?? 0} 62% 55%)`,
      }}
    />
  ));
};

/** Drag, click or arrow keys: the whole history from before the first event to now. */
export const Scrubber = () => {
  const head = useApp((state) => state.events.length);
  const position = useApp(positionAt);
  const type = useApp((state) => state.events[position - 1]?.type);
  const track = useRef<HTMLDivElement>(null);

  const seekTo = (clientX: number) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const wanted = Math.round(((clientX - box.left) / box.width) * head);
    const target = Math.min(head, Math.max(0, wanted));
    if (target !== positionAt(appStore.getState())) workspace.seek(target);
  };

  return (
    <div
      className={styles.scrubber}
      role="slider"
      tabIndex={0}
      aria-label={timelineTexts.scrubber}
      aria-valuemin={0}
      aria-valuemax={head}
      aria-valuenow={position}
      aria-valuetext={timelineTexts.scrubberValue(position, head, type)}
      aria-disabled={head === 0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event.clientX);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event.clientX);
      }}
    >
      <div ref={track} className={styles.track}>
        <span className={styles.passed} style={{ width: `${head === 0 ? 0 : (position / head) * 100}%` }} />
        <Ticks />
        <PinMarks head={head} />
        <span className={styles.thumb} style={{ left: `${head === 0 ? 0 : (position / head) * 100}%` }} />
      </div>
    </div>
  );
};
