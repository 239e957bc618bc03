import type { DefinitionOf } from '#model';
import { inspectorTexts as texts } from '../../text/inspector.ts';
import { wordsOfStep } from '../../versions/steps.ts';
import styles from './Details.module.css';

/** How events that were stored in earlier versions are read, a line for each change. */
export const Upcasts = ({ definition: { name, upcasts = [] } }: { definition: DefinitionOf<'event'> }) =>
  upcasts.length === 0 ? null : (
    <section className={styles.section}>
      <h3>{texts.upcasts}</h3>
      <p className={styles.hint}>{texts.upcastsHint}</p>
      <ul>
        {upcasts.map((step) => (
          <li key={step.to} className={styles.upcast}>
            <span>{texts.version(step.to)}</span>
            {wordsOfStep(step, name)}
          </li>
        ))}
      </ul>
    </section>
  );
