import type { Point } from './boardEvents.ts';
import type { Board, Note } from './definitions.ts';
import { kindInfo } from './grammar.ts';

/** Between what stands there and what comes. */
const gap = 64;

/** Where to begin under everything that stands on the wall. */
export const belowAll = (board: Board): Point => {
  const notes = Object.values(board.notes);
  if (notes.length === 0) return { x: 0, y: 0 };
  const bottom = (note: Note): number => {
    const kind = board.definitions[note.definitionId]?.kind ?? 'event';
    return note.y + (note.height ?? kindInfo[kind].defaultSize.height);
  };
  return { x: Math.min(...notes.map(({ x }) => x)), y: Math.max(...notes.map(bottom)) + gap };
};
