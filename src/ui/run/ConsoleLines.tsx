import { type LogLine, workspace } from '#state';
import { runTexts } from '../text/run.ts';
import styles from './ConsoleLines.module.css';

/** What code printed, folded away; a line leads to where it was printed. */
export const ConsoleLines = ({ lines }: { lines: readonly LogLine[] }) => {
  if (lines.length === 0) return null;
  return (
    <details className={styles.console}>
      <summary>{runTexts.printed(lines.length)}</summary>
      <ol>
        {lines.map(({ level, phase, text, place }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be printed twice
          <li key={index} data-level={level}>
            <span className={styles.level}>{level}</span> <span>{phase}</span>{' '}
            {place && (
              <button
                type="button"
                className={styles.place}
                onClick={() => workspace.showCode(place.moduleId, { file: place.file, line: place.line })}
              >
                {runTexts.atLine(place.line)}
              </button>
            )}{' '}
            {text}
          </li>
        ))}
      </ol>
    </details>
  );
};
