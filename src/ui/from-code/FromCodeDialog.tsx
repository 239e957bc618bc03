import { useMemo, useState } from 'react';
import { kindInfo, lineOfFields, type NoteFromCode, readCode, type WallFromCode, wallFromCode } from '#model';
import { appStore, newUuid, workspace } from '#state';
import { stickerColours } from '../canvas/stickerColours.ts';
import { fitSelection } from '../canvas/view.ts';
import { focusNote } from '../canvas/walking.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { fromCodeTexts as texts } from '../text/fromCode.ts';
import styles from './FromCodeDialog.module.css';

/** As one step of undo; what was added is seen, and the note with the code is selected. */
const add = ({ name, intents, noteIds }: WallFromCode): void => {
  workspace.edit(texts.added(name), intents);
  workspace.select({ noteIds, connectionIds: [] });
  fitSelection();
  const [withCode] = noteIds;
  if (withCode === undefined) return;
  workspace.select({ noteIds: [withCode], connectionIds: [] });
  focusNote(withCode);
};

const NoteRow = ({ note: { kind, name, message, isThere } }: { note: NoteFromCode }) => (
  <li>
    <span className={styles.sticker} style={stickerColours(kind)} aria-hidden="true" />
    <span className={styles.kind}>{kindInfo[kind].word}</span>
    <span>
      <strong>{name}</strong> {isThere && <span className={styles.quiet}>({texts.isThere})</span>}
      {message && !isThere && (
        <code className={styles.fields}>
          {message.fields.length > 0 ? lineOfFields(message.fields) : texts.noFields}
        </code>
      )}
    </span>
  </li>
);

const Preview = ({ wall, remarks }: { wall: WallFromCode; remarks: string[] }) => (
  <section className={styles.preview} aria-live="polite">
    <h3>{texts.willAdd(wall.name, wall.noteIds.length)}</h3>
    <ul className={styles.notes}>
      {wall.notes.map((note) => (
        <NoteRow key={`${note.kind} ${note.name}`} note={note} />
      ))}
    </ul>
    {remarks.length > 0 && (
      <div className={styles.remarks}>
        <h3>{texts.remarks}</h3>
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      </div>
    )}
  </section>
);

/** Code that was written elsewhere, and the notes that it would become, before anything is added. */
export const FromCodeDialog = ({ initialText, onClose }: { initialText: string; onClose: () => void }) => {
  const [text, setText] = useState(initialText);
  const reading = useMemo(() => readCode(text), [text]);
  const wall = useMemo(
    () => (reading.kind === 'read' ? wallFromCode(appStore.getState().board, reading.read, text, newUuid) : null),
    [reading, text],
  );
  return (
    <Dialog
      title={texts.title}
      description={texts.description}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            variant="primary"
            disabled={!wall}
            onClick={() => {
              onClose();
              if (wall) add(wall);
            }}
          >
            {texts.add}
          </Button>
        </>
      }
    >
      <TextArea
        label={texts.code}
        isCode
        rows={10}
        wrap="off"
        autoFocus
        value={text}
        onChange={setText}
        hint={reading.kind === 'problem' ? reading.message : undefined}
      />
      {wall && reading.kind === 'read' && <Preview wall={wall} remarks={reading.read.remarks} />}
    </Dialog>
  );
};
