import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { kindInfo, standingWords } from '#model';
import { classes } from '../kit/classes.ts';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { useKeyed } from './keyed.ts';
import { LockMark } from './LockMark.tsx';
import styles from './Note.module.css';
import { NoteMarks } from './NoteMarks.tsx';
import { NoteName } from './NoteName.tsx';
import { noteIcons } from './noteIcons.ts';
import { stickerColours } from './stickerColours.ts';
import { WhenAlone } from './WhenAlone.tsx';
import { isDrawnTheSame, type ShownNote } from './wallElements.ts';
import { noteLights } from './wallLights.ts';
import { wallStore } from './wallStore.ts';

const sides = [Position.Left, Position.Right, Position.Top, Position.Bottom];

/** Places to draw an arrow from; shown while the pointer is on the note, or the note is selected. */
export const Handles = () =>
  sides.map((side) => <Handle key={side} id={side} type="source" position={side} className={styles.handle} />);

const AppendButton = ({ noteId }: { noteId: string }) => (
  <button
    type="button"
    tabIndex={-1}
    className={`${styles.append} nodrag nopan`}
    aria-label={canvasText.addNext}
    {...tooltip(canvasText.addNext, 'Tab')}
    onClick={() => wallStore.setState({ chooser: { purpose: 'append', from: noteId } })}
  >
    <Plus size={16} aria-hidden="true" />
  </button>
);

const turnStyle = (turn: number) => ({ '--turn': turn }) as CSSProperties;

/** A note of any kind but a frame, as a sticker on the wall. */
export const Note = memo(({ id, data, selected }: ShownNote) => {
  const { isFar, isRenaming, isYetToHappen, turn, wave } = useKeyed(noteLights, id);
  const Icon = noteIcons[data.kind];
  return (
    <>
      <div
        className={classes(styles.note, turn !== undefined && styles.lit, isYetToHappen && styles.yetToCome)}
        style={stickerColours(data.kind)}
        data-kind={data.kind}
        data-standing={data.standing}
        data-shape={kindInfo[data.kind].shape}
        data-turn={turn === undefined ? undefined : turn + 1}
      >
        <span className={styles.sticker} aria-hidden="true" />
        {!isFar && (
          <span className={styles.kind}>
            <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
            <span className={styles.word}>
              {data.standing ? standingWords[data.standing] : kindInfo[data.kind].word}
            </span>
          </span>
        )}
        <span className={styles.body}>
          <NoteName noteId={id} data={data} isRenaming={isRenaming} isFar={isFar} />
        </span>
        {!isFar && <NoteMarks noteId={id} data={data} />}
        {!isFar && data.isLocked && (
          <span className={styles.lock}>
            <LockMark noteId={id} name={data.name} />
          </span>
        )}
        {/* A wave that passes when a run comes by. */}
        {wave && <span key={wave.nonce} className={styles.wave} style={turnStyle(wave.turn)} aria-hidden="true" />}
      </div>
      {!isFar && <Handles />}
      {selected && (
        <WhenAlone>
          {isFar && <Handles />}
          <AppendButton noteId={id} />
        </WhenAlone>
      )}
    </>
  );
}, isDrawnTheSame);
