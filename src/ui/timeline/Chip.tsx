import { type CSSProperties, memo, useId, useState } from 'react';
import { type CommandRecord, workspace } from '#state';
import { timelineTexts } from '../text/timeline.ts';
import styles from './Chip.module.css';
import { initialsOf, type TimelineItem } from './timelineLayout.ts';

type ChipProps = {
  item: TimelineItem;
  top: number;
  hue: number;
  isCurrent: boolean;
  /** It lies after the cursor: it has not happened yet. */
  isAhead: boolean;
};

const reasonOf = ({ outcome }: CommandRecord): string => {
  switch (outcome.kind) {
    case 'rejected':
    case 'failed':
      return outcome.message;
    case 'conflict':
      return timelineTexts.conflictReason(outcome.expected, outcome.actual);
    default:
      return timelineTexts.unknownReason;
  }
};

const Refusal = ({ record, style, isAhead }: { record: CommandRecord; style: CSSProperties; isAhead: boolean }) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const words = timelineTexts.refusedChip(record.type, reasonOf(record));
  return (
    <>
      <button
        type="button"
        className={styles.refusal}
        style={style}
        data-outcome={record.outcome.kind}
        data-ahead={isAhead || undefined}
        data-tooltip={words}
        aria-label={words}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        onBlur={() => setOpen(false)}
      >
        ×
      </button>
      {isOpen && (
        <span id={id} role="status" className={styles.reason} style={{ left: style.left, top: style.top }}>
          {words}
        </span>
      )}
    </>
  );
};

/** An event, or a command that was refused, at its place on the lane. */
export const Chip = memo(({ item, top, hue, isCurrent, isAhead }: ChipProps) => {
  const style = { left: item.x, top, width: item.width };
  if (item.kind === 'refusal') return <Refusal record={item.record} style={style} isAhead={isAhead} />;
  const { type, metadata } = item.event;
  const words = timelineTexts.chip(type, item.position, metadata.streamName);
  return (
    <button
      type="button"
      className={styles.chip}
      style={{ ...style, '--chip': `hsl(${hue} 70% 74%)`, '--chip-edge': `hsl(${hue} 45% 42%)` } as CSSProperties}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={words}
      aria-current={isCurrent ? 'step' : undefined}
      data-ahead={isAhead || undefined}
      data-tooltip={words}
      data-position={item.position}
      onClick={() => workspace.seek(item.position)}
    >
      {initialsOf(type)}
    </button>
  );
});
