import { useEffect } from 'react';
import { workspace } from '#state';
import { codeStore } from '../../editor/codeStore.ts';
import { type CourseView, stepAt } from './useCourseView.ts';

/** Marks the line that runs in the code, whose pane is opened at its file; the focus stays where it is. */
export const useMarkedLine = (view: CourseView | null): void => {
  const place = view && stepAt(view);
  const [moduleId, file, line] = [place?.moduleId, place?.step.file, place?.step.line];

  useEffect(() => {
    if (moduleId !== undefined && file !== undefined) workspace.showCode(moduleId, { file });
  }, [moduleId, file]);

  useEffect(() => {
    const isSome = moduleId !== undefined && file !== undefined && line !== undefined;
    codeStore.setState({ runningLine: isSome ? { definitionId: moduleId, file, line } : null });
  }, [moduleId, file, line]);

  useEffect(() => () => codeStore.setState({ runningLine: null }), []);
};
