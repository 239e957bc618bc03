import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react';
import { workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import styles from './LongWork.module.css';

/** How far it is, where many events take their time; it comes into sight when it has taken half a second. */
export const LongWork = () => {
  const work = useApp((state) => state.longWork);
  if (!work) return null;
  return (
    <p className={styles.work}>
      <progress aria-label={timelineTexts.longWork(work)} value={work.done} max={work.total} />
      <span aria-hidden>{timelineTexts.longWork(work)}</span>
      {work.kind !== 'reading' && work.kind !== 'looking' && <Stop />}
    </p>
  );
};

/** Once it is pressed it says so, until what was begun is taken away; then the focus is where it was before. */
const Stop = () => {
  const [isStopping, setIsStopping] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const cameFrom = useRef<EventTarget>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own === document.activeElement && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    };
  }, []);
  const stop = (): void => {
    setIsStopping(true);
    workspace.stopLongWork();
  };
  const remember = ({ relatedTarget }: FocusEvent): void => {
    cameFrom.current = relatedTarget;
  };
  return (
    <>
      <Button ref={button} size="small" variant="quiet" onFocus={remember} onClick={stop}>
        {isStopping ? timelineTexts.stopping : timelineTexts.stopWork}
      </Button>
      <span role="status" className={styles.heard}>
        {isStopping && timelineTexts.stopping}
      </span>
    </>
  );
};
