import { ViewportPortal } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import { placedNotes } from '../canvas/wallElements.ts';
import { announce, useWall } from '../canvas/wallStore.ts';
import { whyPaneTexts as texts } from '../text/whyPane.ts';
import { useApp } from '../useApp.ts';
import { useMakers } from './useMakers.ts';
import styles from './WhyMarks.module.css';

/** Says which notes are marked, and that they are no more. */
const useAnnounced = (makers: string[]): void => {
  const words = useApp(({ board }) => {
    const placed = new Set(Object.values(board.notes).map(({ definitionId }) => definitionId));
    const names = makers.filter((id) => placed.has(id)).map((id) => board.definitions[id]?.name ?? '');
    return names.length === 0 ? '' : texts.marked(names);
  });
  useEffect(() => {
    if (words === '') return;
    announce(words);
    return () => announce(texts.unmarked);
  }, [words]);
};

/** Quiet frames around the notes of what made the value that is asked after. */
export const WhyMarks = () => {
  const makers = useMakers();
  const board = useApp((state) => state.board);
  const drafts = useWall((state) => state.drafts);
  const places = useMemo(() => {
    const isMaker = (noteId: string): boolean => makers.includes(board.notes[noteId]?.definitionId ?? '');
    return placedNotes(board, drafts).filter(({ noteId }) => isMaker(noteId));
  }, [makers, board, drafts]);
  useAnnounced(makers);
  return (
    <ViewportPortal>
      {places.map(({ noteId, x, y, width, height }) => (
        <span
          key={noteId}
          className={styles.mark}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
          data-reason={noteId}
        />
      ))}
    </ViewportPortal>
  );
};
