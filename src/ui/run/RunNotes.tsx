import type { LastOutcome } from '#state';
import { runTexts } from '../text/run.ts';
import { ConsoleLines } from './ConsoleLines.tsx';
import styles from './OutcomeBanner.module.css';

type Notes = LastOutcome['outcome']['notes'];

/** What was noticed beside a run that went on, and what its code printed: there to look at, never in the way. */
export const RunNotes = ({ notes: { diagnostics, logs, fold } }: { notes: Notes }) => (
  <>
    {fold && fold.read + fold.kept > 0 && <p className={styles.cost}>{runTexts.foldCost(fold)}</p>}
    {diagnostics.map(({ phase, message, place }) => (
      <p key={`${phase}/${message}/${place?.line ?? ''}`} className={styles.diagnostic}>
        {runTexts.noticed(phase, message, place?.line)}
      </p>
    ))}
    <ConsoleLines lines={logs} />
  </>
);
