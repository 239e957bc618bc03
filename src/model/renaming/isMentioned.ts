import type { Board } from '../definitions.ts';
import { modulesOf } from '../reading/modulesOf.ts';
import { typeName } from '../typeText.ts';

/** Whether code or specifications hold the name at all: where they do not, a rename has nothing to ask. */
export const isMentioned = (board: Board, name: string): boolean => {
  const words = [name, typeName(name)].map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_$])(?:${words.join('|')})(?:Event|Command)?(?![\\p{L}\\p{N}_$])`, 'u');
  const holds = (text: string): boolean => whole.test(text);
  return (
    modulesOf(board).some(({ code }) => code.some(({ text }) => holds(text))) ||
    Object.values(board.specifications).some((specification) => holds(JSON.stringify(specification)))
  );
};
