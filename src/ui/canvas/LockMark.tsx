import { Lock } from 'lucide-react';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import styles from './LockMark.module.css';
import { setLocked } from './locking.ts';

/** Says that a note stays where it is; a press on it unlocks the note. */
export const LockMark = ({ noteId, name }: { noteId: string; name: string }) => (
  <button
    type="button"
    tabIndex={-1}
    className={`${styles.lock} nodrag nopan`}
    aria-label={canvasText.unlocked(1, name)}
    {...tooltip(canvasText.lockHint, 'Shift+l')}
    onClick={(event) => {
      event.stopPropagation();
      setLocked([noteId], false);
    }}
    onDoubleClick={(event) => event.stopPropagation()}
  >
    <Lock size={12} strokeWidth={2.4} aria-hidden="true" />
  </button>
);
