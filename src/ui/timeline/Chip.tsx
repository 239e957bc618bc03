import { type CSSProperties, memo } from 'react';
import { type CommandRecord, workspace } from '#state';
import { tooltip } from '../kit/tooltip.ts';
import { timelineTexts } from '../text/timeline.ts';
import styles from './Chip.module.css';
import { leaveRefusal, showRefusal } from './dockStore.ts';
import { reasonOf } from './reasonOf.ts';
import { shortName, type TimelineItem } from './timelineLayout.ts';

type ChipProps = {
  item: TimelineItem;
  top: number;
  hue: number;
  isCurrent: boolean;
  /** It lies after the cursor: it has not happened yet. */
  isAhead: boolean;
  /** The one chip that Tab reaches; arrows step from there. */
  isTabStop: boolean;
};

const signs: { [kind in CommandRecord['outcome']['kind']]: string } = {
  appended: '',
  rejected: '×',
  failed: '!',
  conflict: '≠',
  unknown: '?',
};

const seeRefusal = ({ commandId }: CommandRecord, position: number): void => {
  workspace.seek(position);
  showRefusal(commandId, position);
};

const seeEvent = (position: number): void => {
  leaveRefusal();
  workspace.seek(position);
};

type Placed = { style: CSSProperties; isAhead: boolean };

const Refusal = ({ record, position, isCurrent, isAhead, style }: Placed & RefusalProps) => {
  const words = timelineTexts.refusedChip(record.type, record.outcome.kind, reasonOf(record));
  return (
    <button
      type="button"
      className={styles.refusal}
      style={style}
      data-outcome={record.outcome.kind}
      data-ahead={isAhead || undefined}
      aria-label={words}
      aria-current={isCurrent ? 'step' : undefined}
      {...tooltip(words)}
      onClick={() => seeRefusal(record, position)}
    >
      {signs[record.outcome.kind]}
    </button>
  );
};
type RefusalProps = { record: CommandRecord; position: number; isCurrent: boolean };

/** An event, or a command that was refused, at its place on the lane. */
export const Chip = memo(({ item, top, hue, isCurrent, isAhead, isTabStop }: ChipProps) => {
  const style = { left: item.x, top, width: item.width - 4, '--hue': hue } as CSSProperties;
  if (item.kind === 'refusal')
    return (
      <Refusal
        record={item.record}
        position={item.afterPosition}
        isCurrent={isCurrent}
        isAhead={isAhead}
        style={style}
      />
    );
  const { type, metadata } = item.event;
  const words = timelineTexts.chip(type, item.position, metadata.streamName);
  return (
    <button
      type="button"
      className={styles.chip}
      style={style}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words}
      aria-current={isCurrent ? 'step' : undefined}
      data-ahead={isAhead || undefined}
      data-position={item.position}
      {...tooltip(words)}
      onClick={() => seeEvent(item.position)}
    >
      {shortName(type)}
    </button>
  );
});
