import type { TraceReply } from '#sandbox';
import type { CoursePhase } from '../../CommandCourse.ts';

/** Where code could not be watched at all, why. */
export const brokenBy = ({ error }: TraceReply, moduleId: string): CoursePhase[] =>
  error ? [{ kind: 'broken', moduleId, error }] : [];
