import type { LoadReport } from '#state';
import { Table } from '../kit/Table.tsx';
import { grouped } from '../text/counted.ts';
import { milliseconds, loadRunTexts as texts } from '../text/loadRun.ts';
import { LoadPlot } from './LoadPlot.tsx';
import styles from './LoadRunDialog.module.css';

const Figure = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td data-number>{value}</td>
  </tr>
);

const Figures = ({ report }: { report: LoadReport }) => {
  const { appended, rejected, failed, conflicts, stale, transactions, folded, latency } = report;
  const { p50, p95, p99, longest } = latency;
  return (
    <Table aria-label={texts.figures}>
      <tbody>
        <Figure name={texts.appended} value={grouped(appended)} />
        {rejected > 0 && <Figure name={texts.rejected} value={grouped(rejected)} />}
        {failed > 0 && <Figure name={texts.failed} value={grouped(failed)} />}
        <Figure name={texts.latency} value={[p50, p95, p99, longest].map(milliseconds).join(' · ')} />
        <Figure name={texts.conflicts} value={grouped(conflicts)} />
        {stale > 0 && <Figure name={texts.stale} value={grouped(stale)} />}
        <Figure name={texts.transactions} value={grouped(transactions)} />
        <Figure name={texts.folded} value={texts.foldedPer(folded, appended + rejected + failed)} />
      </tbody>
    </Table>
  );
};

/** What a load run has come to so far, second by second and in all. */
export const LoadFigures = ({ report }: { report: LoadReport }) => {
  const { seconds } = report;
  const within = (share: 'p50' | 'p95' | 'p99') =>
    seconds.map(({ answered, latency }) => (answered === 0 ? null : latency[share]));
  return (
    <div className={styles.figures}>
      <div className={styles.plots}>
        <LoadPlot
          title={texts.answeredPlot}
          format={(value) => grouped(Math.round(value))}
          courses={[
            { name: texts.answered, kind: 'bars', tone: 'first', values: seconds.map(({ answered }) => answered) },
            { name: texts.waiting, kind: 'line', tone: 'third', values: seconds.map(({ waiting }) => waiting) },
          ]}
        />
        <LoadPlot
          title={texts.latencyPlot}
          format={milliseconds}
          courses={[
            { name: texts.p50, kind: 'line', tone: 'second', values: within('p50') },
            { name: texts.p95, kind: 'line', tone: 'first', values: within('p95') },
            { name: texts.p99, kind: 'line', tone: 'third', values: within('p99') },
          ]}
        />
      </div>
      <Figures report={report} />
      {report.firstRefusal !== undefined && <p className={styles.refusal}>{texts.firstRefusal(report.firstRefusal)}</p>}
    </div>
  );
};
