import type { Json } from '#model';

/** What one event made of its stream's state and of documents: as JSON, nothing of it is left to be run. */
export type CollectedStep = {
  /** None where nobody folds the stream. */
  state?: { moduleId: string; before: Json; after: Json; error?: string };
  /** `null`: not there. */
  documents: { readModelId: string; documentId: string; before: Json | null; after: Json | null }[];
  /** Read models whose code broke at this event or before it. */
  broken: { readModelId: string; message: string }[];
};

/** The steps of events that follow each other, and what stood in read models before the first of them. */
export type CollectedHistory = {
  /** Global position of the event of the first step. */
  from: number;
  start: CollectedDocuments[];
  steps: CollectedStep[];
};

/** `left`: how many documents there are besides. */
type CollectedDocuments = {
  readModelId: string;
  documents: { documentId: string; document: Json }[];
  left: number;
};

/** The same without its first steps: what these made of documents stands at the start. */
export const withoutFirst = ({ from, start, steps }: CollectedHistory, count: number): CollectedHistory => {
  const first = steps.slice(0, count);
  return { from: from + count, start: start.map((one) => after(one, first)), steps: steps.slice(count) };
};

const after = (readModel: CollectedDocuments, steps: readonly CollectedStep[]): CollectedDocuments => {
  const byId = new Map(readModel.documents.map(({ documentId, document }) => [documentId, document]));
  let { left } = readModel;
  for (const { documents } of steps)
    for (const { readModelId, documentId, before, after } of documents) {
      if (readModelId !== readModel.readModelId) continue;
      // It was there, and not among those that were told.
      if (before !== null && !byId.has(documentId)) left -= 1;
      if (after === null) byId.delete(documentId);
      else byId.set(documentId, after);
    }
  return { ...readModel, left, documents: [...byId].map(([documentId, document]) => ({ documentId, document })) };
};
