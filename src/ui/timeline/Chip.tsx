import { type CSSProperties, type MouseEvent, memo } from 'react';
import { shortName } from '#model';
import { type CommandRecord, workspace } from '#state';
import { tooltip } from '../kit/tooltip.ts';
import { timelineTexts } from '../text/timeline.ts';
import { whyTexts } from '../text/why.ts';
import styles from './Chip.module.css';
import { leaveRefusal, showRefusal } from './dockStore.ts';
import { reasonOf } from './reasonOf.ts';
import { selectTo, toggleSelected } from './selecting.ts';

/** Where a chip stands, in pixels, and how it is marked. */
type Placing = {
  left: number;
  top: number;
  width: number;
  isCurrent: boolean;
  /** It lies after the cursor: it has not happened yet. */
  isAhead: boolean;
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

/** Shift selects up to it, Ctrl it alone; else it is where one goes. */
const seeEvent = (position: number, { shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
  if (shiftKey) selectTo(position);
  else if (ctrlKey || metaKey) toggleSelected(position);
  else {
    leaveRefusal();
    workspace.seek(position);
  }
};

/** A command that was refused, hanging between two positions. */
export const RefusalChip = memo(({ record, position, left, top, width, isCurrent, isAhead }: RefusalChipProps) => {
  const words = timelineTexts.refusedChip(record.type, record.outcome.kind, reasonOf(record));
  return (
    <button
      type="button"
      className={styles.refusal}
      style={{ left, top, width }}
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
});
type RefusalChipProps = Placing & { record: CommandRecord; position: number };

type ChipProps = Placing & {
  type: string;
  stream: string;
  position: number;
  hue: number;
  /** Is there room for a name? */
  isNamed: boolean;
  /** A filter lets it through, or there is none. */
  isMatch: boolean;
  isSelected: boolean;
  /** It made the value that is asked after. */
  isReason: boolean;
  /** The one chip that Tab reaches; arrows step from there. */
  isTabStop: boolean;
};

/** An event at its place on the lane. */
export const Chip = memo((props: ChipProps) => {
  const { type, stream, position, left, top, width, hue, isNamed, isMatch, isSelected, isCurrent, isAhead, isTabStop } =
    props;
  const { isReason } = props;
  const named = timelineTexts.chip(type, position, stream);
  const words = isReason ? whyTexts.reason(named) : named;
  return (
    <button
      type="button"
      className={styles.chip}
      style={{ left, top, width, '--hue': hue } as CSSProperties}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words}
      aria-current={isCurrent ? 'step' : undefined}
      data-ahead={isAhead || undefined}
      data-out={!isMatch || undefined}
      data-selected={isSelected || undefined}
      data-reason={isReason || undefined}
      data-position={position}
      {...tooltip(words)}
      onClick={(event) => seeEvent(position, event)}
    >
      {isNamed && shortName(type)}
    </button>
  );
});
