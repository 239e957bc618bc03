import type { RecordedEvent } from '#event-store';
import { partitionOf } from '#model';
import { isAnyRead } from '#sandbox';
import type { Run } from '../Run.ts';
import type { Share } from './Share.ts';

/** What a share is handed at once: its own events, and the position up to which there are no others of it. */
export type Taken = { events: RecordedEvent[]; end: number };

const pageSize = 500;

/** The events behind a position that are a share's own, so many at most; undefined at the end of the log. */
export const takeEvents = async (
  run: Run,
  share: Share,
  from: number,
  limit = pageSize,
): Promise<Taken | undefined> => {
  const { events } = await run.store.readAll({ from: from + 1, limit: share.partition ? pageSize : limit });
  const last = events.at(-1)?.metadata.globalPosition;
  if (last === undefined) return undefined;
  // Which of its documents are whose is asked when they are projected.
  if (!share.partition || (share.partition.workers.by === 'document' && limit >= pageSize))
    return { events, end: last };
  const own: RecordedEvent[] = [];
  for (const event of events) {
    if (!(await isOwn(run, share, event))) continue;
    if (own.length === limit) return { events: own, end: event.metadata.globalPosition - 1 };
    own.push(event);
  }
  return { events: own, end: last };
};

/** Whether a document is worked on by this share. */
export const holdsDocument =
  ({ partition }: Share) =>
  (documentId: string): boolean =>
    partition?.workers.by !== 'document' || partitionOf(documentId, partition.workers.count) === partition.number;

export const isOwn = async (run: Run, share: Share, event: RecordedEvent): Promise<boolean> => {
  const { readModel, partition } = share;
  if (partition?.workers.by !== 'document')
    return !partition || partitionOf(event.metadata.streamName, partition.workers.count) === partition.number;
  const { canHandle } = readModel.module;
  if (canHandle && !isAnyRead(event, (type) => canHandle.includes(type))) return false;
  const { routes, errors } = await run.sandbox.route({ moduleIds: [readModel.id], events: [event] });
  // Where nobody can tell, everybody stops.
  return errors.length > 0 || routes.some(({ documentIds }) => documentIds.some(holdsDocument(share)));
};
