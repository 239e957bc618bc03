import type { KeyboardEvent } from 'react';
import { type Definition, kindWordOf, lockedNoteOf, type Note } from '#model';
import { ActionButton } from '../actions/ActionButton.tsx';
import { renameDefinition } from '../renaming/renameStore.ts';
import { inspectorTexts as texts } from '../text/inspector.ts';
import { useApp } from '../useApp.ts';
import { useTyped } from './fields/useTyped.ts';
import styles from './Inspector.module.css';
import { Sticker } from './Sticker.tsx';

/** Kind and name of what is selected; the name is changed right there. */
export const InspectorHeading = ({ note, definition }: { note: Note; definition: Definition }) => {
  const { id, kind, name } = definition;
  const [text, setText] = useTyped(name);
  const word = useApp(({ board }) => kindWordOf(board, definition));
  const isLocked = useApp(({ board }) => lockedNoteOf(board, id) !== undefined);
  const rename = () => {
    // Whoever is asked first may well say no: until then it is called what it was.
    setText(name);
    renameDefinition(id, text);
  };
  const renameByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      rename();
    }
    if (event.key === 'Escape' && text !== name) {
      event.stopPropagation();
      setText(name);
    }
  };
  return (
    <header className={styles.heading}>
      <Sticker kind={kind} />
      <div className={styles.title}>
        <h2 className={styles.kind}>{word}</h2>
        <textarea
          className={styles.name}
          aria-label={texts.name}
          rows={1}
          readOnly={isLocked}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value.replaceAll('\n', ' '))}
          onBlur={rename}
          onKeyDown={renameByKey}
        />
      </div>
      <ActionButton action="wall.lock" size="small" isPressed={note.isLocked ?? false} />
    </header>
  );
};
