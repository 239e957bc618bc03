import type { Json } from '../definitions.ts';
import { differences } from '../differences.ts';
import type { Difference } from '../verdict.ts';

/** Ways to deliver a log again: as it was, each event twice, or streams in another order than they were written. */
export const deliveries = ['again', 'twice', 'shuffled'] as const;
export type Delivery = (typeof deliveries)[number];

type Stored = { type: string; data: Json; metadata: { streamName: string } };

/**
 * The events as they are delivered. The order within a stream always stays: it is the only one that several processes
 * can rely on.
 */
export const delivered = <Event extends Stored>(events: readonly Event[], delivery: Delivery): Event[] => {
  switch (delivery) {
    case 'again':
      return [...events];
    case 'twice':
      return events.flatMap((event) => [event, event]);
    case 'shuffled':
      return streamAfterStream(events);
  }
};

/** The stream that began last comes first: as far from the recorded order as streams may come. */
const streamAfterStream = <Event extends Stored>(events: readonly Event[]): Event[] => {
  const streams = new Map<string, Event[]>();
  for (const event of events) {
    const stream = streams.get(event.metadata.streamName) ?? [];
    stream.push(event);
    streams.set(event.metadata.streamName, stream);
  }
  return [...streams.values()].reverse().flat();
};

type Documents = readonly { documentId: string; document: Json }[];

/** The documents that came out otherwise; one that is missing on a side differs as a whole. */
export const differingDocuments = (
  expected: Documents,
  actual: Documents,
): { documentId: string; differences: Difference[] }[] => {
  const [before, after] = [expected, actual].map(
    (documents) => new Map(documents.map(({ documentId, document }) => [documentId, document])),
  );
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...ids]
    .map((documentId) => ({
      documentId,
      differences: differences(before?.get(documentId), after?.get(documentId)),
    }))
    .filter((one) => one.differences.length > 0);
};
