import type { DefinitionOf } from '#model';
import { inspectorTexts as texts } from '../../text/inspector.ts';
import styles from './Details.module.css';

/** How events that were stored in earlier versions are read, a line for each change. */
export const Upcasts = ({ definition: { name, upcasts = [] } }: { definition: DefinitionOf<'event'> }) =>
  upcasts.length === 0 ? null : (
    <section className={styles.section}>
      <h3>{texts.upcasts}</h3>
      <p className={styles.hint}>{texts.upcastsHint}</p>
      <ul>
        {upcasts.map(({ to, formerNames = [], rename = {}, defaults = {} }) => (
          <li key={to} className={styles.upcast}>
            <span>{texts.version(to)}</span>
            {[
              ...formerNames.map((former) => texts.readAs(former, name)),
              ...Object.entries(rename).map(([path, key]) => texts.readAs(path, key)),
              ...Object.entries(defaults).map(([path, value]) => texts.defaultsTo(path, JSON.stringify(value))),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
