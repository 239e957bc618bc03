import type { Redecided, RedecideWish } from '#engine';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';
import { programInForce } from './programSync.ts';

/** How the recorded commands would end on the code as it is typed now. */
export const redecide = async (
  wish: RedecideWish,
  onProgress: (done: number, total: number) => void,
): Promise<Redecided | null> => {
  flushCode();
  await programInForce();
  const stopListening = engine().onNotice((notice) => {
    if (notice.kind === 'redeciding') onProgress(notice.done, notice.total);
  });
  return orSay(() => engine().redecide(wish)).finally(stopListening);
};

export const stopRedeciding = (): void => void orSay(() => engine().stopRedeciding());
