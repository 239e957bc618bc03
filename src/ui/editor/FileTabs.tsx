import type { CodeFile } from '#model';
import { codeTexts } from '../text/code.ts';
import styles from './FileTabs.module.css';

type FileTabsProps = { files: CodeFile[]; selected: string; onSelect: (path: string) => void };

/** The files of a definition, shown where there is more than one. */
export const FileTabs = ({ files, selected, onSelect }: FileTabsProps) => (
  <nav className={styles.tabs} aria-label={codeTexts.files}>
    {files.map(({ path }) => (
      <button
        key={path}
        type="button"
        className={styles.tab}
        aria-current={path === selected || undefined}
        onClick={() => onSelect(path)}
      >
        {path}
      </button>
    ))}
  </nav>
);
