import type { Board } from '../definitions.ts';
import { modulesOf } from '../reading/knowledgeOf.ts';
import { typeName } from '../typeText.ts';

/** Whether code or specifications hold the name at all: where they do not, a rename has nothing to ask. */
export const isMentioned = (board: Board, name: string): boolean => {
  const words = [name, typeName(name)];
  const holds = (text: string): boolean => words.some((word) => text.includes(word));
  return (
    modulesOf(board).some(({ code }) => code.some(({ text }) => holds(text))) ||
    Object.values(board.specifications).some((specification) => holds(JSON.stringify(specification)))
  );
};
