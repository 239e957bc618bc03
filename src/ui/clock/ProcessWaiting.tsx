import { Hourglass } from 'lucide-react';
import { tooltip } from '../kit/tooltip.ts';
import { clockTexts as texts } from '../text/clock.ts';
import styles from './ProcessWaiting.module.css';
import { showWaiting } from './showWaiting.ts';
import { useWaitingOf } from './useWaiting.ts';

/** On the note of a process manager: how many of its messages wait. A press shows them beside its state. */
export const ProcessWaiting = ({ definitionId }: { definitionId: string }) => {
  const waiting = useWaitingOf(definitionId);
  const [next] = waiting;
  if (!next) return null;
  const label = texts.messagesWait(waiting.length, next.type, next.dueAt);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.badge} nodrag nopan`}
      aria-label={label}
      {...tooltip(label)}
      onClick={(event) => {
        event.stopPropagation();
        showWaiting(definitionId);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Hourglass size={12} aria-hidden="true" />
      {waiting.length}
    </button>
  );
};
