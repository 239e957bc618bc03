import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Beat } from '#model';
import type { CommandCourse } from '#state';

/** What is stepped into: a recorded command, or an event that none made. */
export type CourseSubject = { kind: 'command'; commandId: string } | { kind: 'event'; position: number };

/** The subject that is open, and where in its course we are. */
export type CourseState = {
  subject: CourseSubject | null;
  /** Null while it is worked out. */
  course: CommandCourse | null;
  walk: readonly Beat[];
  at: number;
};

export const closedCourse: CourseState = { subject: null, course: null, walk: [], at: 0 };

export const courseStore = createStore<CourseState>(() => closedCourse);

export const useCourse = <Slice>(select: (state: CourseState) => Slice): Slice => useStore(courseStore, select);

export const isCourseOpen = (): boolean => courseStore.getState().subject !== null;
