import type { Board } from '#model';
import type { ModelFile } from '../ModelFile.ts';
import { ModelFileError } from '../ModelFileError.ts';
import { boardOfFile } from '../partsOfFile.ts';
import { readEmlang } from './emlang/readEmlang.ts';
import { writeEmlang } from './emlang/writeEmlang.ts';
import { readEventModeling } from './eventModeling/readEventModeling.ts';
import { writeEventModeling } from './eventModeling/writeEventModeling.ts';
import { writeEventModelingDiagram } from './mermaid/writeEventModelingDiagram.ts';
import type { NotationId, Written } from './Notation.ts';
import type { ReadableNotation } from './recognise.ts';
import { whatIsLost } from './whatIsLost.ts';

const readers = { emlang: readEmlang, 'event-modeling': readEventModeling };

/** A model out of another notation; every guess and everything left out is a remark. Throws `ModelFileError`. */
export const readNotation = (
  notation: ReadableNotation,
  text: string,
  fileName: string,
): { file: ModelFile; remarks: string[] } => readers[notation](text, fileName);

const writers = { emlang: writeEmlang, 'event-modeling': writeEventModeling };

/** A board in another notation. */
export const notationText = (notation: NotationId, board: Board): string =>
  notation === 'mermaid' ? writeEventModelingDiagram(board).text : writers[notation](board);

/** The same with what that notation cannot carry: what was written is read back to know it. */
export const writeNotation = (notation: NotationId, board: Board): Written => {
  if (notation === 'mermaid') return writeEventModelingDiagram(board);
  const text = notationText(notation, board);
  return { text, leftOut: leftOutOf(notation, text, board) };
};

const leftOutOf = (notation: ReadableNotation, text: string, board: Board): string[] => {
  try {
    return whatIsLost(board, boardOfFile(readNotation(notation, text, 'model').file));
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    return ['This wall is too large to be read back: what the notation leaves out cannot be told.'];
  }
};
