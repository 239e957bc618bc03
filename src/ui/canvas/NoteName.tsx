import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { kindInfo, namePieces, nameSize } from '#model';
import { workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { renameNote } from './edits.ts';
import styles from './NoteName.module.css';
import { focusNote } from './walking.ts';
import type { NoteData } from './wallElements.ts';

type Props = { noteId: string; data: NoteData };

const NameField = ({ noteId, data }: Props) => {
  const [name, setName] = useState(data.name);
  const field = useRef<HTMLInputElement>(null);
  const isFinished = useRef(false);
  const isEmpty = name.trim() === '';
  // The browser's own scrolling to the focus would shift the wall inside its frame.
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (isKept: boolean) => {
    if (isFinished.current) return;
    isFinished.current = true;
    workspace.stopRenaming();
    if (isKept) renameNote(noteId, name.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    if (event.key === 'Enter' && (isEmpty || event.nativeEvent.isComposing)) return;
    event.preventDefault();
    finish(event.key === 'Enter');
    focusNote(noteId);
  };
  return (
    <input
      ref={field}
      className={`${styles.field} nodrag nopan`}
      aria-label={canvasText.nameOf(kindInfo[data.kind].word)}
      aria-invalid={isEmpty}
      title={isEmpty ? canvasText.nameNeeded : undefined}
      style={{ width: `${name.length + 3}ch` }}
      value={name}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => setName(target.value)}
      onBlur={() => finish(!isEmpty)}
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
};

type NameProps = Props & { isRenaming?: boolean | undefined; isFar?: boolean };

/** The name of a note, breaking between its words; typed in place while it is being renamed. From far away it breaks anywhere. */
export const NoteName = ({ noteId, data, isRenaming, isFar }: NameProps) => {
  const { name, kind } = data;
  if (isRenaming) return <NameField noteId={noteId} data={data} />;
  if (isFar)
    return (
      <span className={styles.name} title={name}>
        {name}
      </span>
    );
  return (
    <span className={styles.name} data-size={nameSize(name, kind)} title={name}>
      {namePieces(name, kind).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one name, in their order
        <Fragment key={index}>
          {piece}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
};
