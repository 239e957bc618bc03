import { contextsOf } from './contexts/contextsOf.ts';
import type { Board } from './definitions.ts';
import { recordOf } from './records.ts';

/**
 * Whether all that runs is the same on both: notes may lie elsewhere in their bounded contexts, specifications may differ.
 */
export const hasSameProgram = (board: Board, before: Board): boolean => {
  if (board.definitions !== before.definitions || board.connections !== before.connections) return false;
  if (board.settings !== before.settings) return false;
  if (board.notes === before.notes) return true;
  const notes = Object.values(board.notes);
  return (
    notes.length === Object.keys(before.notes).length &&
    notes.every(({ id, definitionId }) => recordOf(before.notes, id)?.definitionId === definitionId) &&
    liesInSameContexts(board, before)
  );
};

const liesInSameContexts = (board: Board, before: Board): boolean => {
  const [contexts, others] = [contextsOf(board), contextsOf(before)];
  return contexts.size === others.size && [...contexts].every(([noteId, context]) => others.get(noteId) === context);
};
