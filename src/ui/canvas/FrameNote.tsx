import { NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { kindInfo, standingWords } from '#model';
import { classes } from '../kit/classes.ts';
import styles from './FrameNote.module.css';
import { useKeyed } from './keyed.ts';
import { LockMark } from './LockMark.tsx';
import { Handles } from './Note.tsx';
import { NoteName } from './NoteName.tsx';
import { noteIcons } from './noteIcons.ts';
import { WhenAlone } from './WhenAlone.tsx';
import { isDrawnTheSame, type ShownNote } from './wallElements.ts';
import { noteLights } from './wallLights.ts';

const Icon = noteIcons.frame;

/** An area behind the other notes. Its rim and its title take the pointer; inside it the wall goes on. */
export const FrameNote = memo(({ id, data, selected }: ShownNote) => {
  const { isFar, isRenaming } = useKeyed(noteLights, id);
  const word = data.standing ? standingWords[data.standing] : kindInfo.frame.word;
  return (
    <>
      <div className={classes(styles.frame, selected && styles.selected)} data-standing={data.standing}>
        <span className={styles.rim} data-side="top" />
        <span className={styles.rim} data-side="right" />
        <span className={styles.rim} data-side="bottom" />
        <span className={styles.rim} data-side="left" />
        <span className={styles.title} data-renaming={isRenaming}>
          {!isFar && <Icon size={13} strokeWidth={2.2} aria-label={word} role="img" />}
          <NoteName noteId={id} data={data} isRenaming={isRenaming} isFar={isFar} />
          {data.isLocked && <LockMark noteId={id} name={data.name} />}
        </span>
      </div>
      {selected && (
        <WhenAlone>
          {!data.isLocked && (
            <NodeResizer
              minWidth={120}
              minHeight={80}
              handleClassName={styles.resizer ?? ''}
              lineClassName={styles.line ?? ''}
            />
          )}
          <Handles />
        </WhenAlone>
      )}
    </>
  );
}, isDrawnTheSame);
