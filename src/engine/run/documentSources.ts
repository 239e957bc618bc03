import type { RecordedEvent } from '#event-store';
import { type Run, readyReadModels } from '#runtime';

/** From how many streams the documents of a read model come: what decides how its work can be shared out. */
export type DocumentSources = {
  documents: number;
  /** Documents that several streams write, with one of them. */
  shared: number;
  example?: { documentId: string; streams: [string, string] };
  /** Only so many of the events were looked at, the first ones. */
  events: number;
};

const most = 2_000;

/** Asks the read model's code where the recorded events go, stream by stream. Stores nothing. */
export const documentSources = async (run: Run, readModelId: string): Promise<DocumentSources> => {
  const readModel = readyReadModels(run).find(({ id }) => id === readModelId);
  if (!readModel) throw new Error('There is no code that runs: mend it first.');
  const { events } = await run.store.readAll({ limit: most });
  const writers = new Map<string, string[]>();
  for (const [stream, ofStream] of byStream(events)) {
    const { routes } = await run.sandbox.route({ moduleIds: [readModel.id], events: ofStream });
    for (const documentId of routes.flatMap(({ documentIds }) => documentIds))
      writers.set(documentId, [...(writers.get(documentId) ?? []), stream]);
  }
  const shared = [...writers].filter(([, streams]) => streams.length > 1);
  const [documentId, [one, other] = []] = shared[0] ?? [];
  return {
    documents: writers.size,
    shared: shared.length,
    ...(documentId !== undefined && one !== undefined && other !== undefined
      ? { example: { documentId, streams: [one, other] } }
      : {}),
    events: events.length,
  };
};

const byStream = (events: RecordedEvent[]): Map<string, RecordedEvent[]> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const { streamName } = event.metadata;
    const known = streams.get(streamName);
    if (known) known.push(event);
    else streams.set(streamName, [event]);
  }
  return streams;
};
