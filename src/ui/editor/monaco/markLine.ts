import type { LineMark } from '../surface.ts';
import styles from './MonacoSurface.module.css';
import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/** Marks a whole line, in sight unless somebody types. Answers how to take the mark away. */
export const markLine = (editor: Editor, { line, kind, isKeptInSight }: LineMark): (() => void) => {
  const lines = editor.getModel()?.getLineCount() ?? 0;
  if (line > lines) return () => undefined;
  const className = kind === 'running' ? styles.running : styles.event;
  const marks = editor.createDecorationsCollection([
    {
      range: new monaco.Range(line, 1, line, 1),
      options: { isWholeLine: true, ...(className === undefined ? {} : { className }) },
    },
  ]);
  if (isKeptInSight && (kind === 'running' || !editor.hasTextFocus())) editor.revealLineInCenterIfOutsideViewport(line);
  return () => marks.clear();
};
