import { kindInfo, type Note, type Size } from '#model';
import { farthest } from './farthest.ts';
import type { FileAsRead, ModelFile, NoteInFile } from './ModelFile.ts';
import { counted, type Mended } from './mended.ts';

/** Room between notes that are laid out side by side. */
const gap = 64;
const notesInRow = 8;
/** What stands as low as anything may stand has nothing below it. */
const lowest = 900_000;

const isPlaced = (note: NoteInFile): note is Note => note.x !== undefined && note.y !== undefined;

/** Notes without a place come below all others, in rows. */
export const withPlaces = (file: FileAsRead): Mended<ModelFile> => {
  const placed = file.notes.filter(isPlaced);
  const missing = file.notes.length - placed.length;
  if (missing === 0) return { file: { ...file, notes: placed } };
  return {
    file: { ...file, notes: inRowsBelow(placed, file) },
    remark: `Found a place for ${counted(missing, 'note')} without one.`,
  };
};

const inRowsBelow = (placed: readonly Note[], { notes, definitions }: FileAsRead): Note[] => {
  const kinds = new Map(definitions.map(({ id, kind }) => [id, kind]));
  const sizeOf = ({ definitionId, width, height }: NoteInFile): Size => {
    const size = kindInfo[kinds.get(definitionId) ?? 'event'].defaultSize;
    return { width: width ?? size.width, height: height ?? size.height };
  };
  const left = placed.reduce((least, { x }) => Math.min(least, x), placed[0]?.x ?? 0);
  const bottom = placed.reduce((most, note) => Math.max(most, note.y + sizeOf(note).height + gap), -lowest);
  let [x, y, tallest, inRow] = [left, placed.length === 0 ? 0 : Math.min(bottom, lowest), 0, 0];
  return notes.map((note) => {
    if (isPlaced(note)) return note;
    if (inRow === notesInRow) [x, y, tallest, inRow] = [left, y + tallest + gap, 0, 0];
    const { width, height } = sizeOf(note);
    // Nobody may stand farther out than a file can say.
    const here = { ...note, x: Math.min(x, farthest), y: Math.min(y, farthest) };
    [x, tallest, inRow] = [x + width + gap, Math.max(tallest, height), inRow + 1];
    return here;
  });
};
