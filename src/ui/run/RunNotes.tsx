import { type LastOutcome, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { runTexts } from '../text/run.ts';
import { ConsoleLines } from './ConsoleLines.tsx';
import styles from './OutcomeBanner.module.css';

type Notes = LastOutcome['outcome']['notes'];

/** With the way to the line in the code where it was noticed. */
const Diagnostic = ({ phase, message, place }: Notes['diagnostics'][number]) => (
  <div className={styles.diagnostic}>
    <p>{runTexts.noticed(phase, message, place?.line)}</p>
    {place && (
      <Button size="small" onClick={() => workspace.showCode(place.moduleId, { file: place.file, line: place.line })}>
        {runTexts.goToLine(place.line)}
      </Button>
    )}
  </div>
);

/** What was noticed beside a run that went on, and what its code printed: there to look at, never in the way. */
export const RunNotes = ({ notes: { diagnostics, logs, fold } }: { notes: Notes }) => (
  <>
    {fold && fold.read + fold.kept > 0 && <p className={styles.cost}>{runTexts.foldCost(fold)}</p>}
    {diagnostics.map((one) => (
      <Diagnostic key={`${one.phase}/${one.message}/${one.place?.line ?? ''}`} {...one} />
    ))}
    <ConsoleLines lines={logs} />
  </>
);
