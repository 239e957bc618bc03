import type { CarriedNotes } from '#files';
import { appStore } from './appStore.ts';
import { filesRoom } from './filesRoom.ts';
import { orSay, sayNote } from './messages.ts';

/**
 * The notes that a text out of the clipboard carries; none where they are not what they claim to be. Null where they
 * could not be read, which is said.
 */
export const notesToPaste = (
  text: string,
  pasteAgain: () => void,
): Promise<{ notes: CarriedNotes | undefined } | null> =>
  orSay(
    async () => ({ notes: (await (await filesRoom()).readNotes(text)) ?? undefined }),
    [{ label: 'Paste again', run: pasteAgain }],
  );

/** Reading takes its time: what was meant for another wall than the open one is not pasted, which is said. */
export const isStillOpen = (modelId: string, pasteHere: () => void): boolean => {
  const isOpen = appStore.getState().modelId === modelId;
  if (!isOpen)
    sayNote('Another model was opened while the clipboard was being read: nothing was pasted.', [
      { label: 'Paste here', run: pasteHere },
    ]);
  return isOpen;
};
