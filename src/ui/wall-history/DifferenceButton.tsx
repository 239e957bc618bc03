import { Minus, Pencil, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { type BoardDifference, visibleText } from '#model';
import { fitTo } from '../canvas/view.ts';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import styles from './Edits.module.css';
import { toneOf } from './marks.ts';

const signs = { added: Plus, removed: Minus, changed: Pencil };

/** What differs between two walls, in words; pressed, it is looked at. */
export const DifferenceButton = ({ difference, children }: { difference: BoardDifference; children?: ReactNode }) => {
  const tone = toneOf(difference);
  const Sign = signs[tone];
  return (
    <button
      type="button"
      className={styles.edit}
      disabled={difference.noteIds.length === 0}
      onClick={() => fitTo(difference.noteIds)}
    >
      <Sign size={15} className={styles.sign} data-tone={tone} aria-hidden="true" />
      <span className={styles.words}>
        <span>{visibleText(texts.difference(difference))}</span>
        {children}
      </span>
    </button>
  );
};
