import type { Board } from '#model';
import type { ModelFile } from '../ModelFile.ts';
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

/** A board in another notation, with what that cannot carry: what was written is read back to know it. */
export const writeNotation = (notation: NotationId, board: Board): Written => {
  if (notation === 'mermaid') return writeEventModelingDiagram(board);
  const text = writers[notation](board);
  const { file } = readNotation(notation, text, 'model');
  return { text, leftOut: whatIsLost(board, boardOfFile(file)) };
};
