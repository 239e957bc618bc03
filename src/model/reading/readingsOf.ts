import type { CodeFile } from '../definitions.ts';
import type { Knowledge, Message } from './Reading.ts';
import { type CodeReading, readCode } from './readCode.ts';

const known = new WeakMap<CodeFile, { by: string; reading: CodeReading }>();

/** A file stays the same object until it is edited: it is read once, until something else is known of its messages. */
export const readingsOf = (files: readonly CodeFile[], knowledge: Knowledge) => {
  const by = wordsOf(knowledge);
  return files.map((file) => {
    const before = known.get(file);
    const reading = before?.by === by ? before.reading : readCode(file.text, knowledge);
    known.set(file, { by, reading });
    return { file, reading };
  });
};

/** All that a reading takes from what is known. */
const wordsOf = ({ events, commands, named, types }: Knowledge): string =>
  JSON.stringify([idsOf(events), idsOf(commands), [...named].map(([name, of]) => [name, idsOf(of)]), [...types]]);

const idsOf = (messages: readonly Message[]): string[] => messages.map(({ id }) => id);
