import { counted } from './counted.ts';

const documents = (count: number): string => counted(count, 'document', 'documents');
const streams = (count: number): string => counted(count, 'stream', 'streams');

const differ = (count: number, words: string): string => `${words} ${count === 1 ? 'differs' : 'differ'}`;

/** Texts of the view that holds two moments against each other. */
export const comparingTexts = {
  title: 'Compare',
  sideName: (side: 'A' | 'B') => `Side ${side}`,
  run: 'Run',
  moment: 'Moment',
  code: 'Code',
  number: 'Event',
  now: (events: number) => `now (event ${events})`,
  pin: (name: string, position: number) => `pin ${name} (event ${position})`,
  atEvent: 'an event by its number',
  presentCode: 'present code',
  codeBefore: (label: string, ago: string) => `before: ${label}${ago ? `, ${ago}` : ''}`,
  comparing: 'Comparing …',
  notCompared: 'These two were not compared.',
  same: 'Nothing differs: the same documents, the same states, the same events.',
  summary: (counts: { documents: number; streams: number; types: number }) => {
    const parts = [
      ...(counts.documents > 0 ? [documents(counts.documents)] : []),
      ...(counts.streams > 0 ? [`the state of ${streams(counts.streams)}`] : []),
      ...(counts.types > 0 ? [`the count of ${counted(counts.types, 'event type', 'event types')}`] : []),
    ];
    const last = parts.at(-1) ?? '';
    const words = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
    return `${differ(parts.length === 1 ? counts.documents || counts.streams || counts.types : 2, words)}.`;
  },
  leftOut: (looked: number, left: number) =>
    `The states of ${streams(looked)} were compared; ${left} more were left out.`,
  isReadOnly: 'Nothing is stored here, and the run goes on as it was.',
  swap: 'Swap the sides',
  differences: 'Differences',
  readModels: 'Documents',
  states: 'States',
  events: 'Events',
  more: (count: number) => `${documents(count)} more`,
  versions: (versions: readonly [number, number]) => `version ${versions[0]} | ${versions[1]}`,
  sameState: 'The state is the same.',
  whole: 'the whole',
  path: 'Place',
  missing: '–',
  broke: (side: 'A' | 'B', message: string) => `${side} did not run: ${message}`,
  documentsDiffer: (count: number) => differ(count, documents(count)),
  statesDiffer: (count: number) => differ(count, streams(count)),
  stored: (counts: readonly [number, number]) => `${counts[0]} | ${counts[1]} stored`,
};
