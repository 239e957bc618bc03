import { useMemo } from 'react';
import { type Definition, growthFix, growthOf } from '#model';
import { workspace } from '#state';
import { applyFix } from '../inspector/problems/adviceEdits.ts';
import { Button } from '../kit/Button.tsx';
import { codeTexts } from '../text/code.ts';
import { useApp } from '../useApp.ts';
import styles from './GrowthNotice.module.css';

/** Says what stands on the wall and is not in the code that somebody wrote, with the way to add it. */
export const GrowthNotice = ({ definition: { id, name } }: { definition: Definition }) => {
  const board = useApp((state) => state.board);
  const growth = useMemo(() => growthOf(board, id), [board, id]);
  if (!growth?.isNeeded) return null;
  const { unknown, byHand } = growth;
  const fix = growthFix(board, id);
  return (
    <div className={styles.notice} role="status">
      <p>{codeTexts.unknown(name, unknown)}</p>
      {byHand && (
        <Button size="small" onClick={() => workspace.showCode(id, byHand)}>
          {codeTexts.byHand(byHand.line)}
        </Button>
      )}
      {fix && (
        <Button size="small" onClick={() => applyFix(fix)}>
          {fix.label}
        </Button>
      )}
    </div>
  );
};
