import type { ImportChoice } from '#state';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { importTexts as texts } from '../text/importing.ts';
import styles from './ImportDialog.module.css';

type DestinationProps = { choice: ImportChoice; onChange: (choice: ImportChoice) => void; hasModel: boolean };

/** Where the events go, and what the wall gets of them. */
export const Destination = ({ choice, onChange, hasModel }: DestinationProps) => (
  <section className={styles.part}>
    <h3>{texts.into}</h3>
    {hasModel && (
      <Segmented
        label={texts.into}
        value={choice.into}
        onChange={(into) => onChange({ ...choice, into })}
        segments={[
          { value: 'new-model', label: texts.newModel },
          { value: 'new-run', label: texts.newRun },
        ]}
      />
    )}
    <div className={styles.checks}>
      <Checkbox
        label={texts.withNotes}
        isChecked={choice.withNotes}
        onChange={(withNotes) => onChange({ ...choice, withNotes })}
      />
      <Checkbox
        label={texts.withDeciders}
        disabled={!choice.withNotes}
        isChecked={choice.withNotes && choice.withDeciders}
        onChange={(withDeciders) => onChange({ ...choice, withDeciders })}
      />
    </div>
  </section>
);
