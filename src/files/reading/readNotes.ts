import { inTime } from '../inTime.ts';
import { ModelFileError } from '../ModelFileError.ts';
import { notesIn, tooMuchToPaste } from './notesIn.ts';
import type { CarriedNotes } from './PackedModel.ts';
import { longestReading, startReading } from './readingThread.ts';

/** In characters: larger than any wall. */
const longestText = 8_000_000;
/** So much is read sooner than a worker has started; what is longer would hold up the screen. */
const shortText = 100_000;

const broken = new ModelFileError(
  'Reading the notes broke off: it takes more memory than there is, or a part of the app could not be fetched. ' +
    'Nothing was pasted.',
);
const endless = new ModelFileError('Reading the notes did not come to an end. Nothing was pasted.');

/**
 * Notes out of a text that somebody else may have made; null where it holds none that can be trusted. Rejects with a
 * sentence where they are too many, or reading them broke off.
 */
export const readNotes = async (text: string): Promise<CarriedNotes | null> => {
  if (text.length > longestText) throw tooMuchToPaste;
  if (text.length <= shortText) return notesIn(text);
  const { ask, close } = startReading({ broken, stopped: broken });
  return inTime(ask<CarriedNotes>({ kind: 'notes', text }), longestReading, endless).finally(close);
};
