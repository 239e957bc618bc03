import { currentRunOf } from '#state';
import { tooltip } from '../kit/tooltip.ts';
import { branchTexts as texts } from '../text/branches.ts';
import { useApp } from '../useApp.ts';
import styles from './PinMarks.module.css';

/** The pinned moments, above the track of the scrubber. */
export const PinMarks = ({ head }: { head: number }) => {
  const pins = useApp(({ runs }) => currentRunOf(runs)?.pins);
  if (!pins || head === 0) return null;
  const marks = [
    { name: 'A', position: pins.a },
    { name: 'B', position: pins.b },
  ];
  return marks.map(({ name, position }) =>
    position === undefined ? null : (
      <span
        key={name}
        className={styles.pin}
        style={{ left: `${(Math.min(position, head) / head) * 100}%` }}
        {...tooltip(texts.pinned(name, position))}
      >
        {name}
      </span>
    ),
  );
};
