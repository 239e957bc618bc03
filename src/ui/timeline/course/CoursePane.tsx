import { useEffect, useRef } from 'react';
import { nameOfPhase, courseTexts as texts } from '../../text/course.ts';
import styles from './Course.module.css';
import { useCourse } from './courseStore.ts';
import { Phases } from './Phases.tsx';
import { PhaseView } from './PhaseView.tsx';
import { StepView } from './StepView.tsx';
import { type CourseView, outcomeOf, tracedOf, typeOf, useCourseView, useLine, useNames } from './useCourseView.ts';
import { useMarkedLine } from './useMarkedLine.ts';
import { goTo } from './walking.ts';

const Scrubber = () => {
  const at = useCourse((state) => state.at);
  const last = useCourse(({ walk }) => walk.length - 1);
  return (
    <div className={styles.scrubber}>
      <input
        type="range"
        aria-label={texts.place}
        min={0}
        max={last}
        value={at}
        onChange={(event) => goTo(Number(event.target.value))}
      />
      <output>{texts.counted(at + 1, last + 1)}</output>
    </div>
  );
};

/** Says where each key led. */
const Announcer = ({ view: { course, phase, stepIndex } }: { view: CourseView }) => {
  const named = useNames();
  const traced = tracedOf(phase);
  const step = traced?.call.steps[stepIndex];
  const text = useLine(traced?.moduleId ?? '', step?.file ?? '', step?.line ?? 0);
  const name = nameOfPhase(phase, outcomeOf(course), named);
  return (
    <p className={styles.hidden} aria-live="polite">
      {step ? `${texts.atLine(step.file, step.line)}: ${text}` : name}
    </p>
  );
};

const Present = ({ view }: { view: CourseView }) => {
  const { course, phase, phaseIndex, stepIndex } = view;
  const named = useNames();
  const traced = tracedOf(phase);
  return (
    <div className={styles.present}>
      {course.isOtherCode && <p className={styles.remark}>{texts.otherCode}</p>}
      {traced && stepIndex >= 0 ? (
        <StepView moduleId={traced.moduleId} call={traced.call} index={stepIndex} />
      ) : (
        <>
          <h3>
            {nameOfPhase(phase, outcomeOf(course), named)}{' '}
            {traced && <code className={styles.function}>{traced.call.phase}</code>}
          </h3>
          <PhaseView course={course} phase={phase} index={phaseIndex} />
        </>
      )}
    </div>
  );
};

/** One command, or an event without one, from its arrival to what it brought about, in the place of its step. */
export const CoursePane = () => {
  const view = useCourseView();
  const pane = useRef<HTMLElement>(null);
  useMarkedLine(view);
  // Arrows step from here on: the focus comes along, unless somebody works in the code.
  useEffect(() => {
    if (!document.activeElement?.closest('[data-action-scope="code"]')) pane.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      ref={pane}
      className={styles.course}
      aria-label={texts.course(view ? typeOf(view.course) : '')}
      data-action-scope="course"
      tabIndex={-1}
    >
      {view ? (
        <>
          <Scrubber />
          <div className={styles.columns}>
            <Phases view={view} />
            <Present view={view} />
          </div>
          <Announcer view={view} />
        </>
      ) : (
        <p className={styles.working}>{texts.working}</p>
      )}
    </section>
  );
};
