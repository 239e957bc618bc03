import { draftOf } from './BoardDraft.ts';
import type { BoardEvent, BoardIntent } from './boardEvents.ts';
import { decideBoard } from './decideBoard.ts';
import type { Board } from './definitions.ts';
import { evolveDraft } from './evolveBoard.ts';

/**
 * What several intents come to, each decided on what those before it have made of the board; at little more than the
 * cost of one, however many notes there are. Throws `BoardRefusal` like `decideBoard`.
 */
export const decideBoardAll = (intents: readonly BoardIntent[], board: Board): BoardEvent[] => {
  const draft = draftOf(board);
  const decided: BoardEvent[] = [];
  // The draft is changed in place, and what is known of a board is kept by its identity: each decision gets its own.
  for (const intent of intents)
    for (const event of decideBoard(intent, { ...draft.board })) {
      decided.push(event);
      evolveDraft(draft, event);
    }
  return decided;
};
