import { useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { codeTexts } from '../text/code.ts';
import styles from './DraftConflict.module.css';

type DraftConflictProps = { theirs: string; onTakeTheirs: () => void; onKeepMine: () => void };

/** Another tab changed the same lines: both texts are here, and one is chosen. */
export const DraftConflict = ({ theirs, onTakeTheirs, onKeepMine }: DraftConflictProps) => {
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.conflict} role="alert">
      <p>{codeTexts.changedElsewhere}</p>
      <div className={styles.actions}>
        <Button size="small" variant="quiet" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? codeTexts.hideTheirs : codeTexts.showTheirs}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {codeTexts.takeTheirs}
        </Button>
        <Button size="small" variant="primary" onClick={onKeepMine}>
          {codeTexts.keepMine}
        </Button>
      </div>
      {isShown && <pre className={styles.theirs}>{theirs}</pre>}
    </div>
  );
};
