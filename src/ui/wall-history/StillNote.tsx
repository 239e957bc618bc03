import type { NodeProps } from '@xyflow/react';
import { createContext, memo, useContext } from 'react';
import { kindInfo } from '#model';
import frameStyles from '../canvas/FrameNote.module.css';
import noteStyles from '../canvas/Note.module.css';
import { Handles } from '../canvas/Note.tsx';
import { NoteName } from '../canvas/NoteName.tsx';
import { noteIcons } from '../canvas/noteIcons.ts';
import { stickerColours } from '../canvas/stickerColours.ts';
import type { WallNode } from '../canvas/wallElements.ts';
import { classes } from '../kit/classes.ts';
import type { Mark } from './marks.ts';
import styles from './StillNote.module.css';

/** Marks of the notes that are compared, by their ids. */
export const Marks = createContext<ReadonlyMap<string, Mark>>(new Map());

const Words = ({ mark }: { mark: Mark | undefined }) =>
  mark ? (
    <span className={styles.words} data-tone={mark.tone}>
      {mark.words.join(' · ')}
    </span>
  ) : null;

/** A note as it was: to be looked at. */
export const StillNote = memo(({ id, data }: NodeProps<WallNode>) => {
  const mark = useContext(Marks).get(id);
  const Icon = noteIcons[data.kind];
  return (
    <>
      <div
        className={classes(noteStyles.note, styles.still)}
        style={stickerColours(data.kind)}
        data-kind={data.kind}
        data-shape={kindInfo[data.kind].shape}
        data-tone={mark?.tone}
      >
        <span className={noteStyles.sticker} aria-hidden="true" />
        <span className={noteStyles.kind}>
          <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
          <span className={noteStyles.word}>{kindInfo[data.kind].word}</span>
        </span>
        <span className={noteStyles.body}>
          <NoteName noteId={id} data={data} />
        </span>
      </div>
      <Words mark={mark} />
      <Handles />
    </>
  );
});

/** A frame as it was. */
export const StillFrame = memo(({ id, data }: NodeProps<WallNode>) => {
  const mark = useContext(Marks).get(id);
  const Icon = noteIcons.frame;
  return (
    <>
      <div className={classes(frameStyles.frame, styles.still)} data-tone={mark?.tone}>
        <span className={frameStyles.title}>
          <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
          <NoteName noteId={id} data={data} />
        </span>
      </div>
      <Words mark={mark} />
      <Handles />
    </>
  );
});
