import type { Fix } from '../coach/Advice.ts';
import type { Board } from '../definitions.ts';
import { growthOf } from './growth.ts';

/** "CartOpened", "CartOpened and CartCanceled", "CartOpened and 2 more" */
export const listedNames = ([first = '', ...others]: readonly string[]): string => {
  if (others.length === 0) return first;
  return others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} more`;
};

/** Adds what the code of a definition lacks of the wall, beside what somebody wrote; nothing where no place is safe. */
export const growthFix = (board: Board, definitionId: string): Fix | undefined => {
  const growth = growthOf(board, definitionId);
  if (!growth || growth.byHand) return undefined;
  return {
    label: `Add the case for ${listedNames(growth.unknown)}`,
    intents: (_newId, present) => {
      const code = growthOf(present, definitionId)?.code;
      return code ? [{ type: 'ChangeCode', definitionId, code }] : [];
    },
  };
};
