import { useEffect, useRef } from 'react';
import type { CommandCourse, CoursePhase } from '#state';
import { nameOfPhase, courseTexts as texts } from '../../text/course.ts';
import styles from './Course.module.css';
import { courseStore } from './courseStore.ts';
import { type CourseView, outcomeOf, useNames } from './useCourseView.ts';
import { goTo } from './walking.ts';

/** Steps of a fold are told apart by their versions, other calls by the function that was called. */
const asideOf = (phase: CoursePhase): string | null => {
  if (phase.kind === 'evolve') return String(phase.event.metadata.streamPosition);
  return 'call' in phase ? phase.call.phase : null;
};

const wasRefused = ({ record }: CommandCourse): boolean => record !== undefined && record.outcome.kind !== 'appended';

const hasBroken = (phase: CoursePhase): boolean => phase.kind === 'broken' || ('call' in phase && !!phase.call.error);

const goToPhase = (index: number): void => {
  const at = courseStore.getState().walk.findIndex(({ phase }) => phase === index);
  if (at >= 0) goTo(at);
};

/** The course from top to bottom; each phase is a way to it. */
export const Phases = ({ view: { course, phaseIndex } }: { view: CourseView }) => {
  const named = useNames();
  const outcome = outcomeOf(course);
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
          data-broken={hasBroken(phase) || (phase.kind === 'append' && wasRefused(course)) || undefined}
          onClick={() => goToPhase(index)}
        >
          <span title={nameOfPhase(phase, outcome, named)}>{nameOfPhase(phase, outcome, named)}</span>
          <small data-version={phase.kind === 'evolve' || undefined}>{asideOf(phase)}</small>
        </button>
      ))}
    </nav>
  );
};
