import { useMemo } from 'react';
import { useStore } from 'zustand';
import { eventAt, handlingsOf } from '#model';
import { positionAt } from '../timeline/positionAt.ts';
import { useApp } from '../useApp.ts';
import { codeStore } from './codeStore.ts';
import type { LineMark } from './surface.ts';

/** The line of a file that handles the event at the cursor. */
const useEventLine = (definitionId: string, path: string): number | undefined => {
  const board = useApp((state) => state.board);
  const type = useApp((state) => eventAt(state.events, positionAt(state))?.type);
  return useMemo(() => {
    const event = Object.values(board.definitions).find(({ kind, name }) => kind === 'event' && name === type);
    const handlings = event ? handlingsOf(board, event.id) : [];
    return handlings.find((one) => one.definitionId === definitionId && one.file === path)?.line;
  }, [board, type, definitionId, path]);
};

/** What of a file is marked: the line that runs where a command is stepped into, else what handles the event at the cursor. */
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
