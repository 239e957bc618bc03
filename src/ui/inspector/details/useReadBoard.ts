import { useEffect, useState } from 'react';
import { type Board, readingOn } from '#model';
import { inTurns } from '#state';
import { useApp } from '../../useApp.ts';

/** The board once all of its code is read, until then the one before; null where none is read yet. */
export const useReadBoard = (): Board | null => {
  const board = useApp((state) => state.board);
  const [read, setRead] = useState<Board | null>(null);
  useEffect(() => {
    let isPresent = true;
    void inTurns(readingOn(board), () => isPresent).then((parts) => {
      if (parts && isPresent) setRead(board);
    });
    return () => {
      isPresent = false;
    };
  }, [board]);
  return read?.modelId === board.modelId ? read : null;
};
