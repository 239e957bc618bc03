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
      {work.kind !== 'reading' && work.kind !== 'looking' && (
        <Button size="small" variant="quiet" onClick={workspace.stopLongWork}>
          {timelineTexts.stopWork}
        </Button>
      )}
    </p>
  );
};
