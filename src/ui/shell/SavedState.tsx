import { CircleAlert, CloudCheck, LoaderCircle } from 'lucide-react';
import { tooltip } from '../kit/tooltip.ts';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './SavedState.module.css';
import { useLasting } from './useLasting.ts';

/** Says that the work is safe, or that it is not. */
export const SavedState = () => {
  const saving = useApp((state) => state.saving);
  const isSlow = useLasting(saving.kind === 'saving', 400);
  if (saving.kind === 'failed') {
    return (
      <span className={styles.state} data-kind="failed" role="alert" {...tooltip(saving.message)}>
        <CircleAlert size={15} aria-hidden="true" />
        <span className={styles.words}>{texts.notSaved(saving.message)}</span>
      </span>
    );
  }
  const Icon = isSlow ? LoaderCircle : CloudCheck;
  return (
    <span className={styles.state} role="status" {...tooltip(texts.savedHint)}>
      <Icon size={15} aria-hidden="true" />
      <span className={styles.words}>{isSlow ? texts.saving : texts.saved}</span>
    </span>
  );
};
