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
    </p>
  );
};
