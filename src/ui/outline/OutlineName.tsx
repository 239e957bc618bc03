import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OutlineRow } from '#model';
import { workspace } from '#state';
import { renameNote } from '../canvas/edits.ts';
import { focusNote } from '../canvas/walking.ts';
import { tooltip } from '../kit/tooltip.ts';
import { outlineTexts as texts } from '../text/outline.ts';
import { useApp } from '../useApp.ts';
import styles from './Outline.module.css';

/** The note takes the focus once the wall is drawn. */
const goToNote = (noteId: string): void => {
  workspace.showWall();
  workspace.select({ noteIds: [noteId], connectionIds: [] });
  requestAnimationFrame(() => requestAnimationFrame(() => focusNote(noteId)));
};

const NameField = ({ row, onDone }: { row: OutlineRow; onDone: () => void }) => {
  const [name, setName] = useState(row.name);
  const field = useRef<HTMLInputElement>(null);
  const isFinished = useRef(false);
  useEffect(() => field.current?.select(), []);
  const rename = () => renameNote(row.noteId, name.trim());
  const close = () => {
    isFinished.current = true;
    workspace.stopRenaming();
  };
  const onBlur = () => {
    if (isFinished.current) return;
    close();
    rename();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    // The name has the focus again before a dialog asks what is to be renamed: there it goes back to.
    flushSync(close);
    onDone();
    if (event.key === 'Enter') rename();
  };
  return (
    <input
      ref={field}
      className={styles.field}
      data-size="small"
      aria-label={texts.newName(row.name)}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      value={name}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => setName(target.value)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  );
};

/** The name of a row: leads to the note, or is being typed. */
export const OutlineName = ({ row }: { row: OutlineRow }) => {
  const isRenaming = useApp(({ renaming }) => renaming === row.noteId);
  const button = useRef<HTMLButtonElement>(null);
  if (isRenaming) return <NameField row={row} onDone={() => button.current?.focus()} />;
  return (
    <button
      ref={button}
      type="button"
      className={styles.name}
      data-row-name={row.noteId}
      onClick={() => goToNote(row.noteId)}
      {...tooltip(texts.goTo(row.name), 'Enter')}
    >
      {row.name}
    </button>
  );
};
