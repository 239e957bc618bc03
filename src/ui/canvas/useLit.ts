import { useApp } from '../useApp.ts';
import { litPath } from './runPath.ts';
import { useWall } from './wallStore.ts';

const notLit = -1;

/** The turn of a note on the way that is lit: the one that somebody looks into, else that of the event at the cursor. */
export const useTurn = (noteId: string): number | undefined => {
  const looked = useWall(({ lit }) => lit && (lit.notes.get(noteId) ?? notLit));
  const passed = useApp((state) => litPath(state).notes.get(noteId));
  if (looked === null) return passed;
  return looked === notLit ? undefined : looked;
};

/** Whether an arrow is part of that way. */
export const useIsLit = (connectionId: string): boolean => {
  const looked = useWall(({ lit }) => lit && lit.connections.has(connectionId));
  const passed = useApp((state) => litPath(state).connections.has(connectionId));
  return looked ?? passed;
};
