import { useEffect, useRef } from 'react';
import type { CoursePhase } from '#state';
import { nameOfPhase, courseTexts as texts } from '../../text/course.ts';
import styles from './Course.module.css';
import { courseStore } from './courseStore.ts';
import { type CourseView, useNames } from './useCourseView.ts';
import { goTo } from './walking.ts';

const functionOf = (phase: CoursePhase): string | null => ('call' in phase ? phase.call.phase : null);

const hasBroken = (phase: CoursePhase): boolean => phase.kind === 'broken' || ('call' in phase && !!phase.call.error);

const goToPhase = (index: number): void => {
  const at = courseStore.getState().walk.findIndex(({ phase }) => phase === index);
  if (at >= 0) goTo(at);
};

/** The course from top to bottom; each phase is a way to it. */
export const Phases = ({ view: { course, phaseIndex } }: { view: CourseView }) => {
  const named = useNames();
  const present = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each phase is brought into sight
  useEffect(() => {
    present.current?.scrollIntoView({ block: 'nearest' });
  }, [phaseIndex]);
  return (
    <nav className={styles.phases} aria-label={texts.phases}>
      {course.phases.map((phase, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a course does not change
          key={index}
          ref={index === phaseIndex ? present : null}
          type="button"
          className={styles.phase}
          aria-current={index === phaseIndex ? 'step' : undefined}
          data-broken={
            hasBroken(phase) || (phase.kind === 'append' && course.record.outcome.kind !== 'appended') || undefined
          }
          onClick={() => goToPhase(index)}
        >
          <span>{nameOfPhase(phase, course.record.outcome.kind, named)}</span>
          <small>{functionOf(phase)}</small>
        </button>
      ))}
    </nav>
  );
};
