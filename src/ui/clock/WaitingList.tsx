import { Hourglass } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { WaitingMessage } from '#model';
import { appStore, workspace } from '#state';
import { clockTexts as texts } from '../text/clock.ts';
import { lookAtWaiting, useIsLookedAt } from './clockStore.ts';
import { clockShown } from './playgroundClock.ts';
import { useWaitingOf } from './useWaiting.ts';
import styles from './WaitingList.module.css';

/** As many as are taken in at a glance. */
const mostShown = 12;

/** When a message is due, seen from the clock; a press goes to the event that scheduled it. */
const Waiting = ({
  message: { type, dueAt, stream, position },
  isOfOther,
}: {
  message: WaitingMessage;
  isOfOther: boolean;
}) => {
  const now = clockShown(appStore.getState());
  const go = () => {
    workspace.watchStream(stream);
    workspace.seek(position);
  };
  return (
    <li>
      <button type="button" title={texts.goToScheduled(position, type)} onClick={go}>
        <Hourglass size={13} aria-hidden="true" />
        {texts.due(Date.parse(dueAt) - now, type)}
      </button>{' '}
      <span className={styles.quiet}>{isOfOther ? texts.dueAt(dueAt, stream) : texts.at(dueAt)}</span>
    </li>
  );
};

/** Beside the state of a process: what its process manager has waiting, soonest first. Nothing where nothing waits. */
export const WaitingList = ({ definitionId, stream }: { definitionId: string; stream: string }) => {
  const waiting = useWaitingOf(definitionId);
  const list = useRef<HTMLElement>(null);
  const headingId = useId();
  const isLookedAt = useIsLookedAt(stream);
  useEffect(() => {
    if (!isLookedAt) return;
    list.current?.querySelector('button')?.focus();
    lookAtWaiting(null);
  }, [isLookedAt]);
  if (waiting.length === 0) return null;
  return (
    <section ref={list} className={styles.waiting} aria-labelledby={headingId}>
      <h4 id={headingId}>{texts.waiting}</h4>
      <ul>
        {waiting.slice(0, mostShown).map((message) => (
          <Waiting key={message.id} message={message} isOfOther={message.stream !== stream} />
        ))}
      </ul>
      {waiting.length > mostShown && <p className={styles.quiet}>{texts.moreWait(waiting.length - mostShown)}</p>}
    </section>
  );
};
