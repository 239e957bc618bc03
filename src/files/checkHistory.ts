import type { RecordedEvent } from '#event-store';
import { nameOfPath } from './issueSentence.ts';
import { type JsonPath, lineOfPath } from './jsonPlaces.ts';
import type { FileHistory } from './ModelFile.ts';
import { notAModel } from './ModelFileError.ts';

/**
 * Positions are what a store stands on: gapless over the log and in each stream. A history where they are not is
 * refused rather than mended, since events that nobody recorded would come of it.
 */
export const checkHistory = ({ events, commands }: FileHistory, text: string): void => {
  const fault = eventFault(events) ?? repeated(commands, 'commandId', ['history', 'commands']);
  if (!fault) return;
  throw notAModel(`line ${lineOfPath(text, fault.path)}, \`${nameOfPath(fault.path)}\` ${fault.words}`);
};

type Fault = { path: JsonPath; words: string };

const eventFault = (events: RecordedEvent[]): Fault | undefined => {
  const versions = new Map<string, number>();
  for (const [index, { metadata }] of events.entries()) {
    const path = ['history', 'events', index, 'metadata'];
    const streamPosition = (versions.get(metadata.streamName) ?? 0) + 1;
    if (metadata.globalPosition !== index + 1)
      return {
        path: [...path, 'globalPosition'],
        words: `should be ${index + 1}: events stand in order, without a gap`,
      };
    if (metadata.streamPosition !== streamPosition)
      return { path: [...path, 'streamPosition'], words: `should be ${streamPosition} in ${metadata.streamName}` };
    versions.set(metadata.streamName, streamPosition);
  }
  const ids = events.map(({ metadata }) => metadata);
  return repeated(ids, 'eventId', ['history', 'events'], ['metadata']);
};

const repeated = <Key extends string>(
  records: readonly { [key in Key]: string }[],
  key: Key,
  list: JsonPath,
  inside: JsonPath = [],
): Fault | undefined => {
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    if (seen.has(record[key])) return { path: [...list, index, ...inside, key], words: 'is used twice' };
    seen.add(record[key]);
  }
  return undefined;
};
