import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Beat } from '#model';
import type { CommandCourse } from '#state';

/** The command that is stepped into, and where in its course we are. */
export type CourseState = {
  commandId: string | null;
  /** Null while it is worked out. */
  course: CommandCourse | null;
  walk: readonly Beat[];
  at: number;
};

export const closedCourse: CourseState = { commandId: null, course: null, walk: [], at: 0 };

export const courseStore = createStore<CourseState>(() => closedCourse);

export const useCourse = <Slice>(select: (state: CourseState) => Slice): Slice => useStore(courseStore, select);

export const isCourseOpen = (): boolean => courseStore.getState().commandId !== null;
