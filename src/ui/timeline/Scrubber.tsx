import { Suspense, useRef } from 'react';
import { hueOf, typeAt } from '#model';
import { appStore, historyOf, workspace } from '#state';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { Density, StopMarks } from './laterParts.ts';
import { PinMarks } from './PinMarks.tsx';
import { positionAt } from './positionAt.ts';
import styles from './Scrubber.module.css';

/** More ticks than this would melt into one another: then columns say how many events of which type lie there. */
const mostTicks = 300;

const Ticks = () => {
  const events = useApp((state) => state.events);
  const { types } = historyOf(events);
  return types.at.map((type, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: the index is the position, and positions never change
      key={index}
      className={styles.tick}
      style={{ left: `${((index + 1) / events.length) * 100}%`, background: `hsl(${hueOf(type)} 62% 55%)` }}
    />
  ));
};

/** Columns cover how far one has come: there, what lies ahead is paler. */
const Events = ({ passed }: { passed: string }) => {
  const isMany = useApp((state) => state.events.length > mostTicks);
  if (!isMany) return <Ticks />;
  return (
    <Suspense>
      <Density />
      <span className={styles.ahead} style={{ left: passed }} />
    </Suspense>
  );
};

/** Drag, click or arrow keys: the whole history from before the first event to now. */
export const Scrubber = () => {
  const head = useApp((state) => state.events.length);
  const position = useApp(positionAt);
  const type = useApp((state) => typeAt(historyOf(state.events), position));
  const hasStops = useApp(
    ({ bookmarks, breakpoints, events }) => events.length > 0 && bookmarks.length + breakpoints.length > 0,
  );
  const track = useRef<HTMLDivElement>(null);
  const passed = `${head === 0 ? 0 : (position / head) * 100}%`;

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
        <span className={styles.passed} style={{ width: passed }} />
        <Events passed={passed} />
        {hasStops && (
          <Suspense>
            <StopMarks head={head} />
          </Suspense>
        )}
        <PinMarks head={head} />
        <span className={styles.thumb} style={{ left: passed }} />
      </div>
    </div>
  );
};
