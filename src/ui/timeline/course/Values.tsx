import { differencesBetween } from '#model';
import { shownValue } from '#state';
import { courseTexts as texts } from '../../text/course.ts';
import changeStyles from '../Changes.module.css';
import { JsonView } from '../JsonView.tsx';
import styles from './Course.module.css';

/** A value under its heading. */
export const Value = ({ label, value }: { label: string; value: unknown }) => (
  <section className={styles.value}>
    <h4>{label}</h4>
    <JsonView value={value} />
  </section>
);

/** A value that comes as tagged JSON; nothing where there is none. */
export const TaggedValue = ({ label, text }: { label: string; text: string | undefined }) =>
  text === undefined ? null : <Value label={label} value={shownValue(text)} />;

/** What a call made of a state or a document, path by path. */
export const Changes = ({ before, after }: { before: string; after: string }) => {
  const changes = differencesBetween(shownValue(before), shownValue(after));
  return (
    <section className={styles.value}>
      <h4>{texts.changes}</h4>
      {changes.length === 0 && <p className={styles.quiet}>{texts.noChange}</p>}
      <ul className={changeStyles.changes}>
        {changes.map((change) => (
          <li key={change.path}>
            <code className={changeStyles.path}>{change.path || texts.state}</code>
            {change.before !== undefined && (
              <del>
                <JsonView value={change.before} />
              </del>
            )}
            {change.after === undefined ? <em>{texts.removed}</em> : null}
            {change.after !== undefined && (
              <ins>
                <JsonView value={change.after} />
              </ins>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
