import type { DocumentChange, Json, RecordedEvent } from '#event-store';
import { catchUp, dropDocuments } from './catchUp.ts';
import { makeAnew } from './makeAnew.ts';
import { mostWatched, projectByReplay } from './projectByReplay.ts';
import {
  projectEvents,
  type ReadyReadModel,
  readModelIdOf,
  readyReadModels,
  readyVersions,
  servingReadModels,
} from './projectEvents.ts';
import type { Run } from './Run.ts';
import type { Queue } from './serially.ts';

type RebuildStep = {
  readModelId: string;
  position: number;
  of: number;
  documents: { documentId: string; document: Json }[];
};

/** So many steps can be watched; longer histories take several events a step. */
const mostSteps = 300;

/** What takes part in a rebuild that can be watched. Stopped before its end, it leaves the stored documents as they are. */
export type VisibleRebuild = { show: (step: RebuildStep) => Promise<void>; signal: AbortSignal };

/** Shows how the documents come to be, from nothing; then stores them anew from the first event on. */
export const rebuildVisibly = async (
  run: Run,
  queue: Queue,
  readModelId: string,
  { show, signal }: VisibleRebuild,
): Promise<void> => {
  const readModel = servingReadModels(run).find((one) => readModelIdOf(one) === readModelId);
  if (!readModel) throw new Error('This read model cannot be rebuilt: its code does not run. Mend it first.');
  const of = await run.store.lastPosition();
  const stepSize = Math.ceil(of / mostSteps) || 1;
  const documentsAt = of > mostWatched ? byReplay(run, readModel, signal) : stepByStep(run, readModel);
  await show({ readModelId, position: 0, of, documents: [] });

  for (let position = 0; position < of && !signal.aborted; ) {
    position = Math.min(of, position + stepSize);
    const documents = await documentsAt(position);
    if (!documents) break;
    await show({ readModelId, position, of, documents });
  }
  if (!signal.aborted) await rebuild(run, queue, readModel);
};

/** The documents as of positions that follow each other; undefined where the code breaks on the way. */
type DocumentsAt = (position: number) => Promise<RebuildStep['documents'] | undefined>;

const stepByStep = (run: Run, readModel: ReadyReadModel): DocumentsAt => {
  const documents = new Map<string, Json>();
  let done = 0;
  return async (position) => {
    const { events } = await run.store.readAll({ from: done + 1, limit: position - done });
    const { documents: changes, errors } = await projectInMemory(run, readModel, events, documents);
    if (errors[0]) return undefined;
    applyChanges(documents, changes);
    done = position;
    return listOf(documents);
  };
};

const byReplay =
  (run: Run, readModel: ReadyReadModel, signal: AbortSignal): DocumentsAt =>
  async (position) => {
    const projected = await projectByReplay(run, readModel, position, signal).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (!projected || projected.error) return undefined;
    return projected.documents.flatMap(({ documentId, document }) =>
      document === null ? [] : [{ documentId, document }],
    );
  };

/** Everything again from the first event on. Within the queue, so that no append computes on a half-made document. */
const rebuild = (run: Run, queue: Queue, readModel: ReadyReadModel) =>
  queue(async () => {
    if (readyVersions(run, 'async').some(({ id }) => id === readModel.id)) return makeAnew(run, readModel);
    await dropDocuments(run, readModel);
    await catchUp(run, readModel);
  });

const projectInMemory = (
  run: Run,
  readModel: ReadyReadModel,
  events: RecordedEvent[],
  documents: ReadonlyMap<string, Json>,
) => projectEvents(run, [readModel], events, { load: async (_, documentId) => documents.get(documentId) });

/** What the events alone make of a read model: from no documents, to no store. */
export const projectFromNothing = async (run: Run, readModelId: string, events: RecordedEvent[]) => {
  const [readModel] = readyReadModels(run).filter(({ id }) => id === readModelId);
  if (!readModel) return undefined;
  const documents = new Map<string, Json>();
  const projected = await projectInMemory(run, readModel, events, documents);
  applyChanges(documents, projected.documents);
  return { documents: listOf(documents), error: projected.errors[0]?.error };
};

/** The same event by event: the documents before and after each, up to the one that the code breaks at. */
export async function* projectEachFromNothing(run: Run, readModelId: string, events: RecordedEvent[]) {
  const [readModel] = readyReadModels(run).filter(({ id }) => id === readModelId);
  if (!readModel) return;
  const documents = new Map<string, Json>();
  for (const event of events) {
    const projected = await projectInMemory(run, readModel, [event], documents);
    if (projected.errors.length > 0) return;
    const before: ReadonlyMap<string, Json> = new Map(documents);
    applyChanges(documents, projected.documents);
    yield { event, before, after: documents as ReadonlyMap<string, Json> };
  }
}

const applyChanges = (documents: Map<string, Json>, changes: DocumentChange[]): void => {
  for (const { documentId, document } of changes)
    if (document === null) documents.delete(documentId);
    else documents.set(documentId, document);
};

const listOf = (documents: ReadonlyMap<string, Json>) =>
  [...documents].map(([documentId, document]) => ({ documentId, document })).sort(byId);

const byId = (a: { documentId: string }, b: { documentId: string }): number => (a.documentId < b.documentId ? -1 : 1);
