import { useMemo } from 'react';
import { useStore } from 'zustand';
import { eventAt, handlingsOf } from '#model';
import { positionAt } from '../timeline/positionAt.ts';
import { useApp } from '../useApp.ts';
import { codeStore } from './codeStore.ts';
import type { LineMark } from './surface.ts';

/** The line that made the value that is asked after, with the event at the cursor; undefined where nobody asks for it. */
const useMadeLine = (definitionId: string) =>
  useApp((state) =>
    state.why?.place.subject.moduleId === definitionId ? state.why.lines[positionAt(state)] : undefined,
  );

/** The line of a file that handles the event at the cursor; while somebody asks why, the one that made the value. */
const useEventLine = (definitionId: string, path: string): number | undefined => {
  const made = useMadeLine(definitionId);
  const board = useApp((state) => state.board);
  const type = useApp((state) => eventAt(state.events, positionAt(state))?.type);
  const handling = useMemo(() => {
    const event = Object.values(board.definitions).find(({ kind, name }) => kind === 'event' && name === type);
    const handlings = event ? handlingsOf(board, event.id) : [];
    return handlings.find((one) => one.definitionId === definitionId && one.file === path)?.line;
  }, [board, type, definitionId, path]);
  if (!made) return handling;
  return made.file === path ? made.line : undefined;
};

/** What of a file is marked: the line that runs where a command is stepped into, else what the event at the cursor is about. */
export const useLineMark = (definitionId: string, path: string): LineMark | null => {
  const running = useStore(codeStore, ({ runningLine }) => runningLine);
  const event = useEventLine(definitionId, path);
  const isHere = running?.definitionId === definitionId && running.file === path;
  const line = running === null ? event : isHere ? running.line : undefined;
  const kind = running === null ? 'event' : 'running';
  // At the end of the history people write code, which is not scrolled under their hands.
  const isKeptInSight = useApp(({ cursor }) => cursor !== 'now') || kind === 'running';
  return useMemo(
    () => (line === undefined ? null : { path, line, kind, isKeptInSight }),
    [path, line, kind, isKeptInSight],
  );
};
