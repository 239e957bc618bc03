import { type Board, emptyBoard, evolveBoardAll, sameValue } from '#model';
import type { ModelFile } from './ModelFile.ts';
import type { Mended } from './mended.ts';
import { boardOfFile } from './partsOfFile.ts';

/** What editing changes of the settings: a later version may add others, which no edit of this one leads to. */
const editable = ({ settings: { clock, storeAsJson, lens, isStrict }, ...board }: Board): object => ({
  ...board,
  settings: { clock, storeAsJson, ...(lens && { lens }), ...(isStrict && { isStrict }) },
});

/** Undo walks back over these edits: it must arrive where they came from, so they have to lead to this wall. */
export const withoutForeignBoardHistory = ({ boardHistory, ...file }: ModelFile): Mended<ModelFile> => {
  if (!boardHistory) return { file };
  try {
    const edited = evolveBoardAll(emptyBoard(file.modelId, ''), boardHistory);
    if (sameValue(editable(edited), editable(boardOfFile(file)))) return { file: { ...file, boardHistory } };
  } catch {
    // An edit that cannot be folded is as foreign as one that leads elsewhere.
  }
  return { file, remark: 'Left out the editing history: it does not lead to this wall.' };
};
