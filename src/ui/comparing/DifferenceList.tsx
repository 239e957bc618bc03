import type { ReactNode } from 'react';
import type { Comparison } from '#state';
import { comparingTexts as texts } from '../text/comparing.ts';
import { JsonView } from '../timeline/JsonView.tsx';
import { useApp } from '../useApp.ts';
import styles from './DifferenceList.module.css';
import { Growing } from './Growing.tsx';

type Found = Comparison['streams'][number]['differences'];

const Value = ({ value }: { value: unknown }) =>
  value === undefined ? <span className={styles.quiet}>{texts.missing}</span> : <JsonView value={value} />;

/** Only what differs, A beside B. */
const Places = ({ differences, label }: { differences: Found; label: string }) => (
  <table className={styles.places} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">{texts.path}</th>
        <th scope="col">A</th>
        <th scope="col">B</th>
      </tr>
    </thead>
    <tbody>
      {differences.map(({ path, expected, actual }) => (
        <tr key={path}>
          <th scope="row">{path || texts.whole}</th>
          <td className={styles.a}>
            <Value value={expected} />
          </td>
          <td className={styles.b}>
            <Value value={actual} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The columns of all that is listed; each table has them again for those who hear it. */
const Columns = () => (
  <div className={styles.columns} aria-hidden="true">
    <span>{texts.path}</span>
    <span data-side="A">A</span>
    <span data-side="B">B</span>
  </div>
);

const Errors = ({ errors: [a, b] }: { errors: readonly [string | undefined, string | undefined] }) => (
  <>
    {a && <p className={styles.error}>{texts.broke('A', a)}</p>}
    {b && <p className={styles.error}>{texts.broke('B', b)}</p>}
  </>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

const Documents = ({ readModels }: Pick<Comparison, 'readModels'>) => {
  const definitions = useApp(({ board }) => board.definitions);
  return (
    <Part title={texts.readModels}>
      {readModels.map(({ readModelId, documents, more, errors }) => (
        <article key={readModelId}>
          <h3>{definitions[readModelId]?.name ?? readModelId}</h3>
          <Errors errors={errors} />
          <Growing items={documents}>
            {({ documentId, differences }) => (
              <div key={documentId}>
                <h4>{documentId}</h4>
                <Places differences={differences} label={documentId} />
              </div>
            )}
          </Growing>
          {more > 0 && <p className={styles.quiet}>{texts.more(more)}</p>}
        </article>
      ))}
    </Part>
  );
};

const States = ({ streams }: Pick<Comparison, 'streams'>) => (
  <Part title={texts.states}>
    <Growing items={streams}>
      {({ stream, versions, differences, errors }) => (
        <article key={stream}>
          <h3>
            {stream} {versions[0] !== versions[1] && <span className={styles.quiet}>{texts.versions(versions)}</span>}
          </h3>
          <Errors errors={errors} />
          {differences.length > 0 ? (
            <Places differences={differences} label={stream} />
          ) : (
            <p className={styles.quiet}>{texts.sameState}</p>
          )}
        </article>
      )}
    </Growing>
  </Part>
);

const Counts = ({ counts }: Pick<Comparison, 'counts'>) => (
  <Part title={texts.events}>
    <Places
      label={texts.events}
      differences={counts.map(({ type, counts: [expected, actual] }) => ({ path: type, expected, actual }))}
    />
  </Part>
);

/** What differs, by document, by state and by type of event. */
export const DifferenceList = ({ comparison }: { comparison: Comparison }) => {
  const { readModels, streams, counts, streamsLookedAt, streamsLeftOut } = comparison;
  return (
    <>
      {readModels.length + streams.length + counts.length > 0 && <Columns />}
      {readModels.length > 0 && <Documents readModels={readModels} />}
      {streams.length > 0 && <States streams={streams} />}
      {counts.length > 0 && <Counts counts={counts} />}
      {streamsLeftOut > 0 && <p className={styles.note}>{texts.leftOut(streamsLookedAt, streamsLeftOut)}</p>}
    </>
  );
};
