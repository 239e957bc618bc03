import { projectionOf, type ReadyReadModel, type Run, readModelIdOf, readyReadModels } from '#runtime';
import type { CodeError, MomentDocuments } from '#sandbox';

/**
 * What is looked at of the documents: the first so many of one read model. Of the others only what the event changed; null
 * stands for the read model that comes first, as does one that is not there.
 */
export type ShownDocuments = { readModelId: string | null; documents: number };

/** Of these read models so many documents. */
export type First = { [moduleId: string]: number };

export const firstOf = (readModels: ReadyReadModel[], { readModelId, documents }: ShownDocuments): First => {
  const shown = readModels.find((readModel) => readModelIdOf(readModel) === readModelId) ?? readModels[0];
  return shown ? { [shown.id]: documents } : {};
};

/** Ordered by document id, as the store does. */
export const inStoredOrder = (readModel: MomentDocuments): MomentDocuments => ({
  ...readModel,
  documents: readModel.documents.toSorted(byId),
});

const byId = (one: { documentId: string }, other: { documentId: string }): number =>
  one.documentId < other.documentId ? -1 : 1;

/** Inline read models of which nothing is stored, as their code is new: what will be is what the events make of them. */
export const notStoredYet = async (run: Run): Promise<string[]> => {
  const inline = readyReadModels(run, 'inline');
  const checkpoints = await Promise.all(inline.map((readModel) => run.store.checkpoint(projectionOf(readModel))));
  return inline.filter((_, index) => checkpoints[index] === 0).map(({ id }) => id);
};

type Storing = { head: number; replayedOnly: readonly string[]; first?: First };

/** At the head the stored documents are shown: those of a read model that lags or has stopped are what it serves. */
export const asStored = (
  run: Run,
  readModels: ReadyReadModel[],
  replayed: MomentDocuments[],
  { head, replayedOnly, first }: Storing,
): Promise<MomentDocuments[]> =>
  Promise.all(
    readModels.map(async (readModel): Promise<MomentDocuments> => {
      const inReplay = replayed.find(({ moduleId }) => moduleId === readModel.id);
      if (replayedOnly.includes(readModel.id)) return inReplay ?? nothingKnown(readModel.id);
      const isCurrent = (await run.store.checkpoint(projectionOf(readModel))) === head;
      const changed = isCurrent ? (inReplay?.changed ?? []) : [];
      return {
        moduleId: readModel.id,
        ...(await storedDocuments(run, readModel, changed, first && (first[readModel.id] ?? 0))),
        changed,
        ...(inReplay?.error ? { error: inReplay.error } : {}),
      };
    }),
  );

const nothingKnown = (moduleId: string): MomentDocuments => ({
  moduleId,
  documents: [],
  changed: [],
  left: 'not counted',
});

/** All of them, or the first ones and those that changed. */
const storedDocuments = async (
  { store }: Run,
  readModel: ReadyReadModel,
  changed: MomentDocuments['changed'],
  atMost: number | undefined,
): Promise<Pick<MomentDocuments, 'documents' | 'left'>> => {
  const projection = projectionOf(readModel);
  if (atMost === undefined) return { documents: await store.documents(projection) };
  const documents = await store.documents(projection, atMost);
  const known = new Set(documents.map(({ documentId }) => documentId));
  for (const { documentId } of changed) {
    const document = known.has(documentId) ? undefined : await store.document(projection, documentId);
    if (document !== undefined) documents.push({ documentId, document });
  }
  const left = atMost === 0 ? 'not counted' : Math.max(0, (await store.countDocuments(projection)) - documents.length);
  return { documents: documents.toSorted(byId), left };
};

/** A version that serves in the place of the wall's is shown as the read model; nobody sees the lines of its code. */
export const asOnTheWall = (readModels: ReadyReadModel[], documents: MomentDocuments): MomentDocuments => {
  const readModel = readModels.find(({ id }) => id === documents.moduleId);
  if (readModel?.versionOf === undefined) return documents;
  const { error, ...rest } = documents;
  return { ...rest, moduleId: readModel.versionOf, ...(error ? { error: withoutPlace(error) } : {}) };
};

const withoutPlace = ({ place: _, ...error }: CodeError): CodeError => error;

/** Read models whose code does not run show why. */
export const standingStill = (run: Run): MomentDocuments[] => {
  const { readModels, modules } = run.program();
  return readModels.flatMap(({ id, other }) => {
    if (other?.isServing) return [];
    const error = errorOf(modules.get(id));
    return error ? [{ moduleId: id, documents: [], changed: [], error }] : [];
  });
};

const errorOf = (module: ReturnType<ReturnType<Run['program']>['modules']['get']>): CodeError | undefined =>
  module?.kind === 'broken' ? module.error : undefined;
