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

/** The same without its first step: what that made of documents stands at the start. */
export const withoutFirst = ({ from, start, steps }: CollectedHistory): CollectedHistory => {
  const [first, ...others] = steps;
  return { from: from + 1, start: first ? start.map((one) => after(one, first)) : start, steps: others };
};

const after = (readModel: CollectedDocuments, { documents: changes }: CollectedStep): CollectedDocuments => {
  const own = changes.filter(({ readModelId }) => readModelId === readModel.readModelId);
  if (own.length === 0) return readModel;
  const byId = new Map(readModel.documents.map(({ documentId, document }) => [documentId, document]));
  let { left } = readModel;
  for (const { documentId, before, after } of own) {
    // It was there, and not among those that were told.
    if (before !== null && !byId.has(documentId)) left -= 1;
    if (after === null) byId.delete(documentId);
    else byId.set(documentId, after);
  }
  return { ...readModel, left, documents: [...byId].map(([documentId, document]) => ({ documentId, document })) };
};
