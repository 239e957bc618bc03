import { Suspense } from 'react';
import type { AppState } from '#state';
import { OutcomeBanner } from '../shell/lazyParts.ts';
import { useApp } from '../useApp.ts';
import styles from './FloatingOutcome.module.css';

/** What was appended is seen on the wall and in the timeline; the rest waits to be read. */
const isToBeRead = ({ lastOutcome, policyLoop }: AppState): boolean => {
  if (policyLoop !== null) return true;
  if (lastOutcome === null) return false;
  const { outcome } = lastOutcome;
  const { kind, notes } = outcome;
  return kind !== 'appended' || outcome.overlooked !== undefined || notes.diagnostics.length + notes.logs.length > 0;
};

/** The same over the wall while no form is open: what has to be read stays in sight until it is dismissed. */
export const FloatingOutcome = () => {
  const isShown = useApp((state) => state.form === null && isToBeRead(state));
  if (!isShown) return null;
  return (
    <div className={styles.floating} data-action-scope="form">
      <Suspense>
        <OutcomeBanner />
      </Suspense>
    </div>
  );
};
