import { ViewportPortal } from '@xyflow/react';
import { useApp } from '../useApp.ts';
import styles from './FoundMark.module.css';
import { placedNotes } from './wallElements.ts';
import { useWall } from './wallStore.ts';

/** A frame around the note where something was found. */
export const FoundMark = () => {
  const noteId = useWall((state) => state.foundNoteId);
  const board = useApp((state) => state.board);
  const place = noteId && placedNotes(board).find((candidate) => candidate.noteId === noteId);
  if (!place) return null;
  const { x, y, width, height } = place;
  return (
    <ViewportPortal>
      <span
        key={noteId}
        className={styles.mark}
        style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        data-found={noteId}
      />
    </ViewportPortal>
  );
};
