import { type CodeError, workspace } from '#state';
import { Button } from '../../kit/Button.tsx';
import { courseTexts as texts } from '../../text/course.ts';
import styles from './Course.module.css';

/** What code threw, a rule or a mistake, and the way to its line. */
export const Broke = ({ moduleId, error: { message, place } }: { moduleId: string; error: CodeError }) => (
  <div className={styles.broke}>
    <p>{message}</p>
    {place && (
      <Button size="small" onClick={() => workspace.showCode(moduleId, { file: place.file, line: place.line })}>
        {texts.goToLine(place.line)}
      </Button>
    )}
  </div>
);
