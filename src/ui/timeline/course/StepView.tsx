import { useMemo } from 'react';
import { changedAt } from '#model';
import type { TracedCall, TraceStep } from '#state';
import { courseTexts as texts } from '../../text/course.ts';
import { Broke } from './Broke.tsx';
import styles from './Course.module.css';
import { useLine } from './useCourseView.ts';

const wordsOf = ({ kind, name }: TraceStep): string => {
  if (kind === 'enter') return texts.begins(name ?? texts.anonymous);
  return kind === 'line' ? texts.runsNext : texts.ends;
};

const Variables = ({ steps, index }: { steps: readonly TraceStep[]; index: number }) => {
  const changed = useMemo(() => changedAt(steps, index), [steps, index]);
  const variables = steps[index]?.variables ?? [];
  if (variables.length === 0) return null;
  return (
    <table className={styles.variables} aria-label={texts.variables}>
      <tbody>
        {variables.map(({ name, text }) => (
          <tr key={name} data-changed={changed.has(name) || undefined}>
            <th scope="row">
              {name}
              {changed.has(name) && <span className={styles.hidden}>, {texts.changed}</span>}
            </th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type StepViewProps = { moduleId: string; call: TracedCall; index: number };

/** One recorded step: its line, and the values that are there. */
export const StepView = ({ moduleId, call, index }: StepViewProps) => {
  const step = call.steps[index];
  const text = useLine(moduleId, step?.file ?? '', step?.line ?? 0);
  if (!step) return null;
  const isLast = index === call.steps.length - 1;
  return (
    <>
      <p className={styles.place}>
        <strong>{texts.atLine(step.file, step.line)}</strong> {wordsOf(step)}
      </p>
      <pre className={styles.code}>{text}</pre>
      {step.returned !== undefined && (
        <p className={styles.returned}>
          {texts.returned} <code>{step.returned}</code>
        </p>
      )}
      <Variables steps={call.steps} index={index} />
      {isLast && call.error && <Broke moduleId={moduleId} error={call.error} />}
      {isLast && call.cut && <p className={styles.remark}>{texts.cuts[call.cut]}</p>}
    </>
  );
};
