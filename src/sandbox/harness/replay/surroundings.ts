import { decodeTagged } from '../../codec.ts';
import type { WorkerSurroundings } from '../../protocol.ts';
import type { Surroundings, SurroundingsRequest, ValueSubject } from '../../Sandbox.ts';
import { muted } from '../capturedConsole.ts';
import { parseJson } from '../primordials.ts';
import { runningFor } from '../running.ts';
import { needUpTo } from './log.ts';
import { documentAround } from './readModelDocuments.ts';
import { stateAt } from './streamStates.ts';
import { type TextOrNone, textAt } from './valueText.ts';

/** Characters of a state or document; a larger one is not worth being run again. */
const largest = 1_000_000;

/** The texts of the whole before and after an event; nothing where the code breaks on the way there. */
const wholesAround = (subject: ValueSubject, position: number): { before: TextOrNone; after: unknown } | undefined => {
  if (subject.kind === 'state') {
    needUpTo(position);
    const { before, after, error } = stateAt(subject.moduleId, subject.stream, position);
    return error ? undefined : { before, after: decodeTagged(after) };
  }
  const [before, after] = documentAround(subject.moduleId, subject.documentId, position);
  return { before, after: after === null ? null : parseJson(after) };
};

/** What a state or document was before some of its events, and what they made of a value in it. */
export const surroundingsOf = ({ subject, path, positions }: SurroundingsRequest): WorkerSurroundings =>
  runningFor(subject.moduleId, undefined, () =>
    muted(() => {
      const read = textAt(path);
      const surroundings: Surroundings[] = [];
      for (const position of positions) {
        const wholes = wholesAround(subject, position);
        if (wholes && (wholes.before?.length ?? 0) <= largest)
          surroundings.push({ position, before: wholes.before, after: read(wholes.after) });
      }
      return { surroundings };
    }),
  );
