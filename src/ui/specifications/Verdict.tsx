import { CircleAlert, CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide-react';
import type { Difference, Json, Specification, SpecificationVerdict } from '#model';
import { type AppState, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import styles from './Verdict.module.css';
import { toneOf } from './verdicts.ts';
import { WhyDifference } from './WhyDifference.tsx';

type Verdict = AppState['verdicts'][string] | undefined;

const icons = {
  passed: CircleCheck,
  failed: CircleX,
  broken: CircleAlert,
  running: LoaderCircle,
  unknown: CircleDashed,
};

/** Green or red, told apart by shape and word as well. */
export const VerdictIcon = ({ verdict }: { verdict: Verdict }) => {
  const tone = toneOf(verdict);
  const Icon = icons[tone];
  return <Icon className={styles.icon} data-tone={tone} size={16} role="img" aria-label={texts.verdicts[tone]} />;
};

type DetailsProps = { verdict: Verdict; specification: Specification };

/** What differs from what was written, or what broke. Nothing where it passed. */
export const VerdictDetails = ({ verdict, specification }: DetailsProps) => {
  if (verdict === undefined || verdict === 'running' || verdict.kind === 'passed') return null;
  return (
    <div className={styles.details} data-tone={verdict.kind}>
      <p>{verdict.message}</p>
      {verdict.kind === 'failed' && verdict.differences.length > 0 && (
        <Differences of={verdict.differences} specification={specification} />
      )}
      {verdict.kind === 'broken' && <Place verdict={verdict} definitionId={specification.definitionId} />}
    </div>
  );
};

const Differences = ({ of, specification }: { of: Difference[]; specification: Specification }) => (
  <ul className={styles.differences}>
    {of.map(({ path, expected, actual }) => (
      <li key={path}>
        <code>{path}</code>
        <dl>
          <dt>{texts.expected}</dt>
          <dd>{shown(expected)}</dd>
          <dt>{texts.actual}</dt>
          <dd>{shown(actual)}</dd>
        </dl>
        <WhyDifference path={path} differences={of} specification={specification} />
      </li>
    ))}
  </ul>
);

const shown = (value: Json | undefined) =>
  value === undefined ? <i>{texts.absent}</i> : <code>{JSON.stringify(value)}</code>;

type BrokenVerdict = Extract<SpecificationVerdict, { kind: 'broken' }>;

const Place = ({ verdict: { line }, definitionId }: { verdict: BrokenVerdict; definitionId: string }) =>
  line === undefined ? null : (
    <Button size="small" onClick={() => workspace.showCode(definitionId, { line })}>
      {texts.goToLine(line)}
    </Button>
  );
