import type { SinceFile } from '#state';
import { counted } from './counted.ts';

const whole = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const changed = ({ differences, events }: SinceFile): string => {
  const parts = [
    ...(differences.length > 0 ? [counted(differences.length, 'change', 'changes')] : []),
    ...(events !== null && events > 0 ? [counted(events, 'event', 'events')] : []),
    ...(events === null ? ['another run'] : []),
  ];
  return parts.length === 0 ? 'Nothing has changed' : parts.join(' and ');
};

const did = ({ how }: SinceFile): string => (how === 'saved' ? 'saved to' : 'opened from');

/** Texts of files of models that are here already, and of what has changed since a file was saved. */
export const openingFilesTexts = {
  reading: (fileName: string) => `Reading ${fileName}`,
  readingNote: 'Nothing is opened before you have seen what it holds.',
  existing: (name: string) => `This file is one of ${name}, which is here already.`,
  existingNote: 'Open it as another model, look at what it says otherwise, or make the model what it says.',
  replace: 'Replace',
  replaceNamed: (name: string) => `Replace ${name}`,
  showDifferences: 'Show differences',
  replaceLabel: (fileName: string) => `Replace by ${fileName}`,
  title: 'What the file says otherwise',
  of: (name: string, fileName: string, count: number) =>
    count === 0
      ? `${name} is what ${fileName} says.`
      : `${counted(count, 'difference', 'differences')} between ${name} and ${fileName}.`,
  note: 'Take over what you want; each is an edit that can be undone.',
  replaceAll: 'Replace all',
  replaceAllHint: 'Makes the wall what the file says, in one edit; what is recorded in it becomes a run of its own',
  takeOver: 'Take over',
  takeOverLabel: (words: string, fileName: string) => `Take over from ${fileName}: ${words}`,
  differences: 'Differences',
  sinceFile: (since: SinceFile) => `${changed(since)} since it was ${did(since)} a file.`,
  sinceFileAt: (since: SinceFile) =>
    `${changed(since)} since it was ${did(since)} ${since.fileName ?? 'a file'} on ${whole.format(Date.parse(since.at))}.`,
  whatChanged: 'What has changed',
  more: (count: number) => `and ${count} more`,
  mayBeCleared:
    'This browser has not promised to keep what is stored here, and may clear it when space runs low. Save to a file what you want to keep.',
} as const;
