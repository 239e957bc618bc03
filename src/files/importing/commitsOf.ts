import type { Commit, EventToAppend } from '#event-store';
import type { ImportedEvent } from './EventImport.ts';

type ImportedCommit = Pick<Commit, 'writes' | 'recordedAt'>;

/** What one transaction carries of one time, and what one record of the store holds of one stream. */
const largestCommit = 500;

/** Events in their order as a store takes them: of one time together, of one stream in a row together. */
export const commitsOf = (events: readonly ImportedEvent[]): ImportedCommit[] => {
  const commits: ImportedCommit[] = [];
  let size = 0;
  for (const event of events) {
    let commit = commits.at(-1);
    if (!commit || commit.recordedAt !== event.recordedAt || size === largestCommit) {
      commit = { writes: [], ...(event.recordedAt === undefined ? {} : { recordedAt: event.recordedAt }) };
      commits.push(commit);
      size = 0;
    }
    const last = commit.writes.at(-1);
    if (last?.stream === event.stream) last.events.push(asGiven(event));
    else commit.writes.push({ stream: event.stream, events: [asGiven(event)] });
    size += 1;
  }
  return commits;
};

const asGiven = ({ type, data, eventId, metadata }: ImportedEvent): EventToAppend => ({
  type,
  data,
  ...(eventId === undefined ? {} : { eventId }),
  ...(metadata ? { metadata } : {}),
});
