import type { ImportedEvent } from '#state';
import { Table } from '../kit/Table.tsx';
import { importTexts as texts } from '../text/importing.ts';
import { readableTime } from '../text/readableTime.ts';
import styles from './ImportDialog.module.css';

/** The first events as they would be stored. */
export const SampleTable = ({ events }: { events: readonly ImportedEvent[] }) => (
  <section className={styles.part}>
    <h3>{texts.sample}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
    <section className={styles.scrolled} aria-label={texts.sample} tabIndex={0}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{texts.stream}</th>
            <th scope="col">{texts.type}</th>
            <th scope="col">{texts.time}</th>
            <th scope="col">{texts.data}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ stream, type, recordedAt, data }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file, none of which moves
            <tr key={index}>
              <td>{stream}</td>
              <td>{type}</td>
              <td>{readableTime(recordedAt ?? '')}</td>
              <td className={styles.data}>
                <code>{JSON.stringify(data)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  </section>
);
