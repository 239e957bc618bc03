import { Rows3, Scan, ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../kit/IconButton.tsx';
import { timelineTexts as texts } from '../text/timeline.ts';
import { factorOf, zoomedBy, zoomStep } from './axisZoom.ts';
import styles from './LanesBar.module.css';
import { chooseLanes, laneChoiceFor, setZoom, useLanes } from './lanesStore.ts';
import type { TimelineLayout } from './timelineLayout.ts';

type BarProps = { layout: TimelineLayout; streams: number; room: number };

/** How large the time axis is drawn: offered where not all of it is in sight. */
const ZoomButtons = ({ layout, room }: BarProps) => {
  const zoom = useLanes((state) => state.zoom);
  const factor = factorOf(layout, zoom, room);
  const isAll = factorOf(layout, 'fit', room) >= factor;
  if (isAll && factor >= 1) return null;
  return (
    <>
      <IconButton
        size="small"
        icon={ZoomOut}
        label={texts.zoomOut}
        disabled={isAll}
        onClick={() => setZoom(zoomedBy(layout, zoom, room, 1 / zoomStep))}
      />
      <IconButton
        size="small"
        icon={ZoomIn}
        label={texts.zoomIn}
        disabled={factor >= factorOf(layout, 1, room)}
        onClick={() => setZoom(zoomedBy(layout, zoom, room, zoomStep))}
      />
      <IconButton
        size="small"
        icon={Scan}
        label={texts.fitAxis}
        isPressed={isAll}
        onClick={() => setZoom(isAll ? 1 : 'fit')}
      />
    </>
  );
};

/** Streams that have nothing in sight take no lane: offered where there are more than fit. */
const NearLanes = ({ streams }: BarProps) => {
  const choice = useLanes(({ laneChoice }) => laneChoiceFor(laneChoice, streams));
  if (streams < 8) return null;
  return (
    <IconButton
      size="small"
      icon={Rows3}
      label={texts.nearLanes}
      isPressed={choice === 'near'}
      onClick={() => chooseLanes(choice === 'near' ? 'all' : 'near')}
    />
  );
};

/** Over the lanes: what is shown of them, and how large. */
export const LanesBar = (props: BarProps) => (
  <div className={styles.bar}>
    <span className={styles.title}>{texts.lanes}</span>
    <span className={styles.tools}>
      <NearLanes {...props} />
      <ZoomButtons {...props} />
    </span>
  </div>
);
