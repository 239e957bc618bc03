import { lineOfFields } from '#model';
import type { ImportSummary } from '#state';
import { Table } from '../kit/Table.tsx';
import { importTexts as texts } from '../text/importing.ts';
import styles from './ImportDialog.module.css';

/** Which types there are, with their fields, and which streams. */
export const FoundTables = ({ summary: { types, categories } }: { summary: ImportSummary }) => (
  <section className={styles.part}>
    <h3>{texts.types}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
    <section className={styles.scrolled} aria-label={texts.types} tabIndex={0}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{texts.type}</th>
            <th scope="col">{texts.count}</th>
            <th scope="col">{texts.fields}</th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ type, count, fields }) => (
            <tr key={type}>
              <th scope="row">{type}</th>
              <td data-number>{texts.grouped(count)}</td>
              <td className={styles.fields}>
                <code>{fields.length > 0 ? lineOfFields(fields) : texts.noFields}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
    <ul className={styles.categories} aria-label={texts.categories}>
      {categories.map(({ category, streams, events, examples }) => (
        <li key={category}>
          <strong>{category}</strong> {texts.ofCategory(streams, events)}
          <span className={styles.quiet}>
            {' '}
            ({examples.join(', ')}
            {streams > examples.length && ', …'})
          </span>
        </li>
      ))}
    </ul>
  </section>
);
