import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { kindInfo, standingWords } from '#model';
import { classes } from '../kit/classes.ts';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import { LockMark } from './LockMark.tsx';
import styles from './Note.module.css';
import { NoteMarks } from './NoteMarks.tsx';
import { NoteName } from './NoteName.tsx';
import { noteIcons } from './noteIcons.ts';
import { isYetToHappen } from './recordedFacts.ts';
import { stickerColours } from './stickerColours.ts';
import { useTurn } from './useLit.ts';
import { WhenAlone } from './WhenAlone.tsx';
import { isDrawnTheSame, type ShownNote } from './wallElements.ts';
import { useWall, wallStore } from './wallStore.ts';

const sides = [Position.Left, Position.Right, Position.Top, Position.Bottom];

/** Places to draw an arrow from; shown while the pointer is on the note, or the note is selected. */
export const Handles = () =>
  sides.map((side) => <Handle key={side} id={side} type="source" position={side} className={styles.handle} />);

/** A wave that passes when a run comes by; nothing where none has. */
const Wave = ({ noteId }: { noteId: string }) => {
  const pulse = useWall((state) => (state.pulse?.path.notes.has(noteId) ? state.pulse : null));
  if (!pulse) return null;
  const style = { '--turn': pulse.path.notes.get(noteId) } as CSSProperties;
  return <span key={pulse.nonce} className={styles.wave} style={style} aria-hidden="true" />;
};

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

const useIsYetToHappen = (definitionId: string): boolean =>
  useApp((state) => {
    const definition = state.board.definitions[definitionId];
    return definition?.kind === 'event' && isYetToHappen(state, definition);
  });

/** A note of any kind but a frame, as a sticker on the wall. */
export const Note = memo(({ id, data, selected }: ShownNote) => {
  const turn = useTurn(id);
  const isYetToCome = useIsYetToHappen(data.definitionId);
  const isFar = useWall((state) => state.isFar);
  const Icon = noteIcons[data.kind];
  return (
    <>
      <div
        className={classes(styles.note, turn !== undefined && styles.lit, isYetToCome && styles.yetToCome)}
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
          <NoteName noteId={id} data={data} />
        </span>
        {!isFar && <NoteMarks noteId={id} data={data} />}
        {!isFar && data.isLocked && (
          <span className={styles.lock}>
            <LockMark noteId={id} name={data.name} />
          </span>
        )}
        <Wave noteId={id} />
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
