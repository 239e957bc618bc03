import { appStore, textOfCopied } from '#state';
import { canvasText } from '../text/canvas.ts';
import { htmlOf } from './carrier.ts';
import { copyOf } from './copies.ts';
import { nameOfNote } from './describeNote.ts';
import { removeSelected } from './edits.ts';
import { inReadingOrder } from './geometry.ts';
import { duplicateNotes, stepBeside } from './putCopies.ts';
import { placedNotes } from './wallElements.ts';
import { announce } from './wallStore.ts';

/** What of a clipboard the wall understands. */
export type Clipped = { text: string; html: string };

/** The selected notes as they go to the clipboard; null where none are selected. */
const selectedNotes = (): Clipped | null => {
  const { board, selection } = appStore.getState();
  const copied = copyOf(board, selection.noteIds);
  if (copied.notes.length === 0) return null;
  const chosen = new Set(selection.noteIds);
  const names = inReadingOrder(placedNotes(board).filter(({ noteId }) => chosen.has(noteId))).map(({ noteId }) =>
    nameOfNote(board, noteId),
  );
  return { text: names.join('\n'), html: htmlOf(names, textOfCopied(copied, board.modelId)) };
};

/** What this tab copied last, for a menu that may not read the clipboard. */
let lastCopied: Clipped | null = null;

/** Fills what a copy or cut event hands on; answers whether there was something to copy. */
const copyInto = (data: DataTransfer): boolean => {
  const copied = selectedNotes();
  if (!copied) return false;
  data.setData('text/plain', copied.text);
  data.setData('text/html', copied.html);
  lastCopied = copied;
  return true;
};

export const copyByEvent = ({ clipboardData }: ClipboardEvent): boolean => {
  const isCopied = clipboardData !== null && copyInto(clipboardData);
  if (isCopied) announce(canvasText.copied(appStore.getState().selection.noteIds.length));
  return isCopied;
};

export const cutByEvent = ({ clipboardData }: ClipboardEvent): boolean => {
  const isCopied = clipboardData !== null && copyInto(clipboardData);
  if (isCopied) removeSelected(canvasText.cut);
  return isCopied;
};

/** Raises the browser's own copy event, which needs no permission and works on insecure addresses too. */
export const copySelected = (): void => void document.execCommand('copy');
export const cutSelected = (): void => void document.execCommand('cut');

/** What becomes of a clipboard's contents is needed at the first paste only. Pressed on one wall, they are meant for it. */
const paste = async (contents: Clipped | Promise<Clipped | null>): Promise<void> => {
  const { modelId } = appStore.getState();
  const clipped = await contents;
  if (clipped) await (await import('./pasting.ts')).pasteFrom(clipped, modelId);
  else announce(canvasText.pasteByKey);
};

/** Answers whether there was something to paste. */
export const pasteByEvent = ({ clipboardData }: ClipboardEvent): boolean => {
  const [html, text] = [clipboardData?.getData('text/html') ?? '', clipboardData?.getData('text/plain') ?? ''];
  // A file alone, a picture say, may hold a model: that is looked at wherever it is pasted.
  if (text === '' && (html === '' || clipboardData?.files.length)) return false;
  void paste({ html, text });
  return true;
};

const readClipboard = async (): Promise<Clipped | null> => {
  const textOf = async (items: ClipboardItems, type: string): Promise<string> => {
    const item = items.find(({ types }) => types.includes(type));
    return item ? (await item.getType(type)).text() : '';
  };
  try {
    const items = await navigator.clipboard.read();
    return { html: await textOf(items, 'text/html'), text: await textOf(items, 'text/plain') };
  } catch {
    return lastCopied;
  }
};

/** From a menu, where no paste event comes by: the browser may ask the person, or refuse. */
export const pasteFromClipboard = (): Promise<void> => paste(readClipboard());

export const duplicateSelected = (): void => {
  const { noteIds } = appStore.getState().selection;
  if (noteIds.length > 0) duplicateNotes(noteIds, { x: stepBeside, y: stepBeside });
};
