import { useState } from 'react';
import { versionsTexts as texts } from '../text/versions.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { DryRunView } from './DryRunView.tsx';
import { type EventDefinition, stepTo } from './steps.ts';
import { UpcasterEditor } from './UpcasterEditor.tsx';
import { VersionList } from './VersionList.tsx';
import styles from './Versions.module.css';

/** The versions of an event: what each changed, how stored events of earlier ones are read, and what comes of that. */
export const Versions = ({ definition }: { definition: EventDefinition }) => {
  const newestCode = (definition.upcasts ?? []).findLast(({ code }) => code)?.to ?? null;
  const [chosen, setChosen] = useState<number | null>(null);
  const open = chosen !== null && stepTo(definition, chosen)?.code ? chosen : newestCode;
  const file = open === null ? undefined : stepTo(definition, open)?.code?.[0];
  return (
    <div className={styles.scroll}>
      <div className={styles.versionsPane}>
        <p className={styles.quiet}>{texts.hint}</p>
        <VersionList definition={definition} open={open} onOpen={setChosen} />
        {open !== null && file && (
          <UpcasterEditor key={`${definition.id} ${open}`} definition={definition} to={open} file={file} />
        )}
        <section className={styles.section}>
          <h3>{texts.beforeAfter}</h3>
          <BeforeAfter key={definition.id} definition={definition} />
        </section>
        <DryRunView key={definition.id} definition={definition} />
      </div>
    </div>
  );
};
