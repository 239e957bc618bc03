import {
  boundsOf,
  centreOf,
  kindInfo,
  type LineNote,
  mostLines,
  notesFromLines,
  type Point,
  type Rectangle,
} from '#model';
import {
  appStore,
  type CopiedNotes,
  fileInText,
  isModelText,
  isStillOpen,
  newUuid,
  notesToPaste,
  pastedFile,
  workspace,
} from '#state';
import { showFromCode } from '../shell/shellStore.ts';
import { canvasText } from '../text/canvas.ts';
import { carriedBy } from './carrier.ts';
import type { Clipped } from './clipboard.ts';
import { pasteIntents } from './copies.ts';
import { lineIntents } from './notesOfLines.ts';
import { pointOnGrid } from './placing.ts';
import { pointerOnWall } from './pointer.ts';
import { putCopies, stepBeside } from './putCopies.ts';
import { centreOfView, isInView } from './view.ts';
import { placedNotes } from './wallElements.ts';

type FromModel = CopiedNotes & { modelId: string };

let timesPasted = 0;
let lastPasted = '';

/** Each paste of the same thing at the same place lies a step beside the one before. */
const stepAside = (what: string, at: Point | null): number => {
  const paste = `${what} ${at?.x} ${at?.y}`;
  timesPasted = paste === lastPasted ? timesPasted + 1 : 0;
  lastPasted = paste;
  return timesPasted * stepBeside;
};

const boundsOfCopied = ({ notes, definitions }: CopiedNotes): Rectangle | null =>
  boundsOf(
    placedNotes({
      ...appStore.getState().board,
      notes: Object.fromEntries(notes.map((note) => [note.id, note])),
      definitions: Object.fromEntries(definitions.map((definition) => [definition.id, definition])),
    }),
  );

/** To the pointer; else beside the originals where those are seen on this wall; else into the middle of the view. */
const shiftOf = (copied: FromModel, text: string): Point => {
  const bounds = boundsOfCopied(copied);
  if (!bounds) return { x: 0, y: 0 };
  const pointed = pointerOnWall();
  const aside = stepAside(text, pointed);
  const isFromHere = copied.modelId === appStore.getState().board.modelId;
  if (!pointed && isFromHere && isInView(bounds)) return { x: aside + stepBeside, y: aside + stepBeside };
  const to = pointed ?? centreOfView();
  const from = centreOf(bounds);
  return pointOnGrid({ x: to.x - from.x + aside, y: to.y - from.y + aside });
};

const pasteNotes = (copied: FromModel, text: string): void => {
  const { board } = appStore.getState();
  putCopies(pasteIntents(copied, board, shiftOf(copied, text), newUuid), canvasText.pasted(copied.notes.length));
};

const pasteLines = (lines: LineNote[], text: string): void => {
  const [first] = lines;
  if (!first) return;
  const pointed = pointerOnWall();
  const centre = pointed ?? centreOfView();
  const size = kindInfo[first.kind].defaultSize;
  const aside = stepAside(text, pointed);
  const start = { x: centre.x - size.width / 2 + aside, y: centre.y - size.height / 2 + aside };
  const said = lines.length === mostLines ? canvasText.pastedFirst(mostLines) : undefined;
  putCopies(lineIntents(lines, appStore.getState().board, start, newUuid), canvasText.pasted(lines.length), said);
};

/** A quick look before the readers of code are fetched: it names one of the functions that it is known by. */
const mayBeCode = (text: string): boolean => /\b(?:decide|react|canHandle)\b/u.test(text);

const isCode = async (text: string): Promise<boolean> =>
  mayBeCode(text) && (await import('../from-code/codeInText.ts')).isCodeForWall(text);

const isRow = (line: string): boolean => (line.match(/[,;\t|]/g)?.length ?? 0) >= 2;

/** A quick look before the readers of files are fetched: a record, slices, or a table of more than two columns. */
const mayBeFile = (text: string): boolean => {
  const head = text.slice(0, 64_000).trimStart();
  return (
    /^[[{]/.test(head) ||
    /^(?:slices|flows)\s*:/m.test(head) ||
    (head.includes('\n') && isRow(head.slice(0, head.indexOf('\n'))))
  );
};

/**
 * Notes of a wall where the clipboard carries them, a model or recorded events as the file that they would make,
 * code as the notes that it would become, or one note for each line of a text. All of it is meant for the wall of
 * the model that was open when a key was pressed.
 */
export const pasteFrom = async (contents: Clipped, modelId: string): Promise<void> => {
  const { html, text } = contents;
  const pasteHere = (): void => void pasteFrom(contents, appStore.getState().modelId);
  const put = (onWall: () => void): void => {
    if (isStillOpen(modelId, pasteHere)) onWall();
  };
  const carried = carriedBy(html);
  const read = carried === null ? { notes: undefined } : await notesToPaste(carried, pasteHere);
  if (!read) return;
  const { notes } = read;
  if (notes) put(() => pasteNotes(notes, text));
  else if (isModelText(text)) await workspace.previewFile(pastedFile(text));
  else if (await isCode(text)) put(() => showFromCode(text));
  else {
    const file = mayBeFile(text) ? await fileInText(text) : null;
    if (file) await workspace.previewFile(file);
    else put(() => pasteLines(notesFromLines(text), text));
  }
};
