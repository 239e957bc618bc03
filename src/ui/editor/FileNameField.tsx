import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { filePathFrom, filePathTrouble } from '#model';
import { codeTexts } from '../text/code.ts';
import { codeStore } from './codeStore.ts';
import styles from './FileTabs.module.css';
import { addFile, renameFile } from './fileEdits.ts';

/** The name of a file as it is typed; of a new one where it is empty. Enter takes it, Escape gives it up. */
export const FileNameField = ({ name, others }: { name: string; others: string[] }) => {
  const [typed, setTyped] = useState(name);
  const isGivenUp = useRef(false);
  const troubleId = useId();
  const path = filePathFrom(typed);
  const trouble = filePathTrouble(others, path);
  // Nobody has done anything wrong before the first letter.
  const shownTrouble = typed === '' ? null : trouble;
  const finish = () => {
    codeStore.setState({ naming: null });
    if (isGivenUp.current || trouble !== null || path === name) return;
    if (name === '') addFile(path);
    else renameFile(path);
  };
  const finishByKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && trouble !== null) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    isGivenUp.current = event.key === 'Escape';
    event.currentTarget.blur();
  };
  return (
    <span className={styles.naming}>
      <input
        className={styles.field}
        aria-label={name === '' ? codeTexts.newFile : codeTexts.fileName}
        data-size="small"
        data-code
        aria-invalid={shownTrouble !== null || undefined}
        aria-describedby={troubleId}
        placeholder={name === '' ? codeTexts.newFile : undefined}
        value={typed}
        style={{ width: `${Math.max(typed.length, 8) + 4}ch` }}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        onFocus={(event) => event.currentTarget.setSelectionRange(0, typed.replace(/\.ts$/, '').length)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={finishByKey}
        onBlur={finish}
      />
      <span id={troubleId} className={styles.trouble} role="status">
        {shownTrouble}
      </span>
    </span>
  );
};
