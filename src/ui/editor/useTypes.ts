import { useMemo } from 'react';
import { typesOf } from '#model';
import { useApp } from '../useApp.ts';

/** The types of the notes around a definition, as declarations for the editor, by path. */
export const useTypes = (definitionId: string): { [path: string]: string } => {
  const board = useApp((state) => state.board);
  const text = useMemo(() => typesOf(board, definitionId), [board, definitionId]);
  return useMemo(() => ({ 'types/model.d.ts': `declare module '#model' {\n${text}\n}\n` }), [text]);
};
