import type { BoardIntent } from './boardEvents.ts';
import { decideBoard } from './decideBoard.ts';
import type { Board, Definition, Note } from './definitions.ts';
import { evolveBoard } from './evolveBoard.ts';
import { newNote } from './newDefinition.ts';
import { placeNextTo } from './placeNextTo.ts';

export type NewId = () => string;

/** New notes, each in a free place beside one that is there or was added before it. */
export const addingNotes = (board: Board, newId: NewId) => {
  let present = board;
  return {
    /** The board with what was added so far. */
    present: (): Board => present,
    add: (definition: Definition, beside: string, side?: 'right' | 'left'): { note: Note; intent: BoardIntent } => {
      const note = newNote(newId(), definition.id, placeNextTo(present, beside, definition.kind, side));
      const intent: BoardIntent = { type: 'AddNote', note, definition };
      present = decideBoard(intent, present).reduce(evolveBoard, present);
      return { note, intent };
    },
  };
};

export const connect = (newId: NewId, from: string, to: string): BoardIntent => ({
  type: 'ConnectNotes',
  connection: { id: newId(), from, to },
});
