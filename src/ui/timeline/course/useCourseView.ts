import { useMemo } from 'react';
import { codeOf } from '#model';
import type { CommandCourse, CoursePhase, TracedCall, TraceStep } from '#state';
import type { CourseOutcome } from '../../text/course.ts';
import { useApp } from '../../useApp.ts';
import { useCourse } from './courseStore.ts';

/** What is shown of a course: a phase as a whole, or a step in it. */
export type CourseView = { course: CommandCourse; phaseIndex: number; phase: CoursePhase; stepIndex: number };

export const useCourseView = (): CourseView | null => {
  const course = useCourse((state) => state.course);
  const beat = useCourse(({ walk, at }) => walk[at]);
  return useMemo(() => {
    const phase = course?.phases[beat?.phase ?? -1];
    return course && beat && phase ? { course, phase, phaseIndex: beat.phase, stepIndex: beat.step } : null;
  }, [course, beat]);
};

/** What the course is about, by name. */
export const typeOf = ({ record, event }: CommandCourse): string => record?.type ?? event?.type ?? '';

/** How the command ended; of an event without one there is nothing to say but that it was recorded. */
export const outcomeOf = ({ record }: CommandCourse): CourseOutcome => record?.outcome.kind ?? 'recorded';

/** The recorded call of a phase that has one. */
export const tracedOf = (phase: CoursePhase): { moduleId: string; call: TracedCall } | null =>
  'call' in phase ? phase : null;

/** The line that is about to run; of a phase as a whole, the one it begins with. */
export const stepAt = ({ phase, stepIndex }: CourseView): { moduleId: string; step: TraceStep } | null => {
  const traced = tracedOf(phase);
  const step = traced?.call.steps[Math.max(0, stepIndex)];
  return traced && step ? { moduleId: traced.moduleId, step } : null;
};

/** The text of a line of somebody's code, as it stands on the wall. */
export const useLine = (moduleId: string, file: string, line: number): string =>
  useApp(({ board }) => {
    const text = codeOf(board, moduleId).find(({ path }) => path === file)?.text ?? '';
    return text.split('\n')[line - 1]?.trim() ?? '';
  });

/** Names of definitions by their ids. */
export const useNames = (): ((definitionId: string) => string) => {
  const definitions = useApp(({ board }) => board.definitions);
  return (definitionId) => definitions[definitionId]?.name ?? definitionId;
};
