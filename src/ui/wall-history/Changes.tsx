import { useMemo } from 'react';
import type { BoardDifference, Gesture } from '#model';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import { DifferenceButton } from './DifferenceButton.tsx';
import styles from './Edits.module.css';
import { tabNames } from './Edits.tsx';
import { useHistory } from './historyStore.ts';
import { toneOf } from './marks.ts';
import type { Comparison } from './useComparison.ts';

type ChangeProps = { difference: BoardDifference; gesture: Gesture | undefined; who: string | undefined };

const Change = ({ difference, gesture, who }: ChangeProps) => (
  <li>
    <DifferenceButton difference={difference}>
      {gesture && (
        <span className={styles.quiet}>{[gesture.label, who].filter((part) => part !== undefined).join(' · ')}</span>
      )}
    </DifferenceButton>
  </li>
);

/** What differs between the two moments, and who did it. */
export const Changes = ({ comparison }: { comparison: Comparison }) => {
  const { from, to, differences, touches } = comparison;
  const moments = useHistory((state) => state.moments);
  const isPinned = useHistory((state) => state.pinned !== null);
  const names = useMemo(() => tabNames(moments), [moments]);
  return (
    <>
      <h2 className={styles.heading}>{isPinned ? texts.between(from, to) : texts.ofEdit(to)}</h2>
      {differences.length === 0 && <p className={styles.nothing}>{texts.nothing}</p>}
      <ul className={styles.changes} aria-label={texts.changes}>
        {differences.map((difference) => {
          const touch = touches.get(difference.id);
          const gesture = toneOf(difference) === 'added' ? touch?.added : touch?.last;
          return (
            <Change
              key={`${difference.what} ${difference.id}`}
              difference={difference}
              gesture={isPinned ? gesture : undefined}
              who={gesture && names.get(gesture.tab)}
            />
          );
        })}
      </ul>
    </>
  );
};
