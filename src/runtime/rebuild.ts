import type { DocumentChange, Json, RecordedEvent } from '#event-store';
import { catchUp, dropDocuments } from './catchUp.ts';
import { projectEvents, type ReadyReadModel, readyReadModels } from './projectEvents.ts';
import type { Run } from './Run.ts';
import type { Queue } from './serially.ts';

export type RebuildStep = {
  readModelId: string;
  position: number;
  of: number;
  documents: { documentId: string; document: Json }[];
};

/** So many steps can be watched; longer histories take several events a step. */
const mostSteps = 300;

/** Shows how the documents come to be, from nothing; then stores them anew from the first event on. */
export const rebuildVisibly = async (
  run: Run,
  queue: Queue,
  readModelId: string,
  show: (step: RebuildStep) => Promise<void>,
): Promise<void> => {
  const readModel = readyReadModels(run).find(({ id }) => id === readModelId);
  if (!readModel) throw new Error('This read model cannot be rebuilt: its code does not run. Mend it first.');
  const of = await run.store.lastPosition();
  const stepSize = Math.ceil(of / mostSteps) || 1;
  const documents = new Map<string, Json>();
  await show({ readModelId, position: 0, of, documents: [] });

  for (let position = 0; position < of; position += stepSize) {
    const { events } = await run.store.readAll({ from: position + 1, limit: Math.min(stepSize, of - position) });
    const { documents: changes, errors } = await projectInMemory(run, readModel, events, documents);
    if (errors[0]) break;
    applyChanges(documents, changes);
    await show({ readModelId, position: position + events.length, of, documents: listOf(documents) });
  }
  await rebuild(run, queue, readModel);
};

/** Everything again from the first event on. Within the queue, so that no append computes on a half-made document. */
const rebuild = (run: Run, queue: Queue, readModel: ReadyReadModel) =>
  queue(async () => {
    await dropDocuments(run, readModel);
    return catchUp(run, readModel);
  });

const projectInMemory = (
  run: Run,
  readModel: ReadyReadModel,
  events: RecordedEvent[],
  documents: ReadonlyMap<string, Json>,
) => projectEvents(run, [readModel], events, async (_, documentId) => documents.get(documentId));

/** What the events alone make of a read model: from no documents, to no store. */
export const projectFromNothing = async (run: Run, readModelId: string, events: RecordedEvent[]) => {
  const [readModel] = readyReadModels(run).filter(({ id }) => id === readModelId);
  if (!readModel) return undefined;
  const documents = new Map<string, Json>();
  const projected = await projectInMemory(run, readModel, events, documents);
  applyChanges(documents, projected.documents);
  return { documents: listOf(documents), error: projected.errors[0]?.error };
};

const applyChanges = (documents: Map<string, Json>, changes: DocumentChange[]): void => {
  for (const { documentId, document } of changes)
    if (document === null) documents.delete(documentId);
    else documents.set(documentId, document);
};

const listOf = (documents: ReadonlyMap<string, Json>) =>
  [...documents].map(([documentId, document]) => ({ documentId, document })).sort(byId);

const byId = (a: { documentId: string }, b: { documentId: string }): number => (a.documentId < b.documentId ? -1 : 1);
