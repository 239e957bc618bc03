import type { StoredKind } from '#state';
import { countedInGroups } from './counted.ts';

const kinds: { [kind in StoredKind]: string } = {
  changeSets: 'Change sets',
  bars: 'Closed streams',
  segments: 'Segments',
  streams: 'Streams',
  documents: 'Documents',
  checkpoints: 'Checkpoints',
  commandRecords: 'Commands',
  codeVersions: 'Code versions',
};

const hints: { [kind in StoredKind]: string } = {
  changeSets: 'What one append wrote to one stream. A stream’s version follows from its last one.',
  bars: 'Takes the place of a closed stream’s next event, so that no tab can write there.',
  segments: 'Old change sets as one record, which is read several times faster.',
  streams: 'Where each begins, and whether it is archived, deleted or described.',
  documents: 'Of read models; inline ones are stored with the events.',
  checkpoints: 'How far each consumer has come.',
  commandRecords: 'Each command as it was received, and what came of it.',
  codeVersions: 'Code as it was when it first ran, by its hash.',
};

const size = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1000).toFixed(1)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Texts of what is physically stored. */
export const storedTexts = {
  kind: 'Kind of record',
  of: (kind: StoredKind, count: number, bytes: number) =>
    count === 0
      ? `${kinds[kind]}: none`
      : `${kinds[kind]}: ${countedInGroups(count, 'record', 'records')}, about ${size(bytes)}`,
  hint: (kind: StoredKind) => hints[kind],
  records: 'Records, newest first',
  size,
  newestOf: (shown: number, count: number) => `The newest ${shown} of ${count}.`,
  onlyOf: (stream: string) => `Of ${stream} alone`,
  nothing: 'Nothing of this kind is stored.',
  leave: 'Back to the state',
  show: (stream: string) => `What is stored of ${stream}`,
};
