import type { ReactNode } from 'react';
import { useApp } from '../useApp.ts';

/** What only the one note that is selected shows: tools on each of a thousand would help nobody. */
export const WhenAlone = ({ children }: { children: ReactNode }) => {
  const isAlone = useApp(({ selection }) => selection.noteIds.length === 1 && selection.connectionIds.length === 0);
  return isAlone ? children : null;
};
