import { Archive, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { categoryOf } from '#model';
import { archivedStreamsOf, deletedStreamsOf, workspace } from '#state';
import { tooltip } from '../kit/tooltip.ts';
import { archiveTexts } from '../text/archive.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import styles from './Lanes.module.css';
import { laneHeight } from './laneHeight.ts';
import type { Lane } from './timelineLayout.ts';

/** As wide as the longest needs, so that the axis stays where it is while lanes come and go. */
const widthFor = (lanes: readonly Lane[]): string =>
  `calc(${lanes.reduce((longest, { stream }) => Math.max(longest, (stream || timelineTexts.noStream).length), 0)}ch + 24px)`;

type LaneNamesProps = { lanes: readonly Lane[]; rows: { first: number; last: number } };

/** The names of the lanes that are near; the others are as high as they would be. */
export const LaneNames = ({ lanes, rows }: LaneNamesProps) => {
  const watched = useApp((state) => state.watchedStream);
  const archived = useApp(archivedStreamsOf);
  const deleted = useApp(deletedStreamsOf);
  const nameOf = (stream: string): string => {
    if (archived.has(stream)) return archiveTexts.archived(stream);
    if (!deleted.has(stream)) return stream;
    return deleted.get(stream) === 'tombstoned' ? archiveTexts.buried(stream) : archiveTexts.deleted(stream);
  };
  const nameShown = (stream: string, isGhost: boolean) => (
    <button
      type="button"
      aria-label={nameOf(stream)}
      aria-pressed={watched === stream}
      {...tooltip(isGhost ? timelineTexts.ghostLane(stream) : timelineTexts.watchStream(stream))}
      onClick={() => workspace.watchStream(watched === stream ? null : stream)}
    >
      {archived.has(stream) && <Archive size={13} aria-hidden="true" />}
      {deleted.has(stream) && <Trash2 size={13} aria-hidden="true" />}
      <span className={styles.category}>{categoryOf(stream)}</span>
      <span className={styles.id}>
        <bdi>{stream.slice(categoryOf(stream).length)}</bdi>
      </span>
    </button>
  );
  const width = useMemo(() => widthFor(lanes), [lanes]);
  return (
    <ul className={styles.names} aria-label={timelineTexts.lanes} style={{ width, height: lanes.length * laneHeight }}>
      {lanes.slice(rows.first, rows.last).map(({ stream, isGhost }, index) => (
        <li
          key={stream}
          style={{ top: (rows.first + index) * laneHeight, height: laneHeight }}
          aria-posinset={rows.first + index + 1}
          aria-setsize={lanes.length}
          data-ghost={isGhost || undefined}
          data-archived={archived.has(stream) || deleted.has(stream) || undefined}
          data-stream={stream || undefined}
        >
          {stream === '' ? (
            <span className={styles.noStream}>{timelineTexts.noStream}</span>
          ) : (
            nameShown(stream, isGhost)
          )}
        </li>
      ))}
    </ul>
  );
};
