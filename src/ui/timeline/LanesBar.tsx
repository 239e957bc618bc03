import { Archive, ListFilter, Rows3, Scan, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef } from 'react';
import { archivedStreamsOf } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { archiveTexts } from '../text/archive.ts';
import { historyTexts as texts } from '../text/history.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { factorOf, zoomedBy, zoomStep } from './axisZoom.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterPicker } from './FilterPicker.tsx';
import styles from './LanesBar.module.css';
import { chooseLanes, laneChoiceFor, openFilter, setZoom, showArchived, useLanes } from './lanesStore.ts';
import { SelectedChips } from './SelectedChips.tsx';
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

/** Fewer than this are seen at a glance. */
const fewStreams = 8;

/** Streams that have nothing in sight take no lane: offered where there are more than fit. */
const NearLanes = ({ streams }: BarProps) => {
  const choice = useLanes(({ laneChoice }) => laneChoiceFor(laneChoice, streams));
  if (streams < fewStreams) return null;
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

/** Offered where there are any: they have no lane until they are asked for. */
const ArchivedLanes = () => {
  const { size } = useApp(archivedStreamsOf);
  const isShown = useLanes((state) => state.showsArchived);
  if (size === 0) return null;
  return (
    <IconButton
      size="small"
      icon={Archive}
      label={archiveTexts.show(size)}
      isPressed={isShown}
      onClick={() => showArchived(!isShown)}
    />
  );
};

/** A selection comes before the filter, and the filter before the name of the pane. */
const Matter = ({ isSelecting }: { isSelecting: boolean }) => {
  const isFiltered = useApp((state) => state.filter.length > 0);
  if (!isSelecting && !isFiltered) return <span className={styles.title}>{timelineTexts.lanes}</span>;
  return isSelecting ? <SelectedChips /> : <FilterChips />;
};

/** Over the lanes: what is shown of them, and how large. */
export const LanesBar = (props: BarProps) => {
  const bar = useRef<HTMLDivElement>(null);
  const isSelecting = useLanes(({ selected }) => selected.length > 0);
  const isFilterOpen = useLanes((state) => state.isFilterOpen);
  return (
    <div ref={bar} className={styles.bar}>
      <IconButton
        size="small"
        icon={ListFilter}
        label={texts.filter}
        keys="$mod+Shift+f"
        aria-expanded={isFilterOpen}
        onClick={() => openFilter(!isFilterOpen)}
      />
      <div className={styles.matter}>
        <Matter isSelecting={isSelecting} />
      </div>
      {!isSelecting && (
        <span className={styles.tools}>
          <ArchivedLanes />
          <NearLanes {...props} />
          <ZoomButtons {...props} />
        </span>
      )}
      {isFilterOpen && bar.current && <FilterPicker anchor={bar.current} />}
    </div>
  );
};
