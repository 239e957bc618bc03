import { Minus, Pencil, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { BoardDifference, Gesture } from '#model';
import { wallStore } from '../canvas/wallStore.ts';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import styles from './Edits.module.css';
import { tabNames } from './Edits.tsx';
import { useHistory } from './historyStore.ts';
import { toneOf } from './marks.ts';
import type { Comparison } from './useComparison.ts';

export const signs = { added: Plus, removed: Minus, changed: Pencil };

/** The note it shows on comes into view. */
export const lookAt = ({ noteIds }: BoardDifference): void => {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  void wallStore.getState().flow?.fitView({
    nodes: noteIds.map((id) => ({ id })),
    maxZoom: 1.1,
    padding: 0.4,
    duration: isStill ? 0 : 200,
  });
};

type ChangeProps = { difference: BoardDifference; gesture: Gesture | undefined; who: string | undefined };

const Change = ({ difference, gesture, who }: ChangeProps) => {
  const tone = toneOf(difference);
  const Icon = signs[tone];
  return (
    <li>
      <button
        type="button"
        className={styles.edit}
        disabled={difference.noteIds.length === 0}
        onClick={() => lookAt(difference)}
      >
        <Icon size={15} className={styles.sign} data-tone={tone} aria-hidden="true" />
        <span className={styles.words}>
          <span>{texts.difference(difference)}</span>
          {gesture && (
            <span className={styles.quiet}>
              {[gesture.label, who].filter((part) => part !== undefined).join(' · ')}
            </span>
          )}
        </span>
      </button>
    </li>
  );
};

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
