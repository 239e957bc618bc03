import { useMemo } from 'react';
import { type Board, type DefinitionOf, isProcessCode, processCategoryOf, type WaitingMessage } from '#model';
import { positionAt } from '../timeline/positionAt.ts';
import { useApp } from '../useApp.ts';
import { waitingMessages } from './playgroundClock.ts';

const processAt = ({ definitions }: Board, id: string): DefinitionOf<'policy'> | undefined => {
  const definition = definitions[id];
  return definition?.kind === 'policy' && isProcessCode(definition.code) ? definition : undefined;
};

/** Of what waits, what a process manager has scheduled; nothing for a definition that is none. */
export const waitingOf = (
  board: Board,
  definitionId: string,
  waiting: readonly WaitingMessage[],
): readonly WaitingMessage[] => {
  const process = waiting.length > 0 ? processAt(board, definitionId) : undefined;
  if (!process) return [];
  const category = processCategoryOf(process, Object.values(board.definitions));
  return waiting.filter(({ stream }) => stream.startsWith(`${category}-`));
};

/** What a process manager has waiting as of the moment that is shown, soonest first. */
export const useWaitingOf = (definitionId: string): readonly WaitingMessage[] => {
  const board = useApp((state) => state.board);
  const events = useApp((state) => state.events);
  const position = useApp(positionAt);
  return useMemo(
    () => waitingOf(board, definitionId, waitingMessages(events, position)),
    [board, definitionId, events, position],
  );
};
