import type { DocumentChange, RecordedEvent } from '#event-store';
import { type CodeError, isAnyRead } from '#sandbox';
import type { RunNotes } from './outcomes.ts';
import type { Run, RunningModule } from './Run.ts';

/** `versionOf` names the read model that it is another version of. */
export type ReadyReadModel = { id: string; module: Extract<RunningModule, { kind: 'ready' }>; versionOf?: string };

/** The read model that a person knows: its versions live and are shown as one. */
export const readModelIdOf = ({ id, versionOf }: ReadyReadModel): string => versionOf ?? id;

/**
 * Documents and checkpoint of a read model are kept under the hash of the code that made them: other code finds
 * nothing and starts from the beginning, also in another tab that has not heard of the change.
 */
export const projectionOf = (readModel: ReadyReadModel): string =>
  `${readModelIdOf(readModel)}@${readModel.module.hash}`;

/** What some events come to, up to the position before the one that the code breaks at. */
export type ProjectedPage = { documents: DocumentChange[]; position: number; error?: CodeError };

export type Projected = RunNotes & {
  documents: DocumentChange[];
  errors: { readModelId: string; error: CodeError }[];
};

const nothing: Projected = { documents: [], errors: [], logs: [], diagnostics: [] };

/** Computes what the events make of the stored documents; stores nothing. Inline, asynchronous and rebuild come here. */
export const projectEvents = async (
  run: Run,
  readModels: ReadyReadModel[],
  events: RecordedEvent[],
  { load = fromStore(run), isOurs }: ProjectOptions = {},
): Promise<Projected> => {
  const hearing = readModels.filter((readModel) => hearsAny(readModel, events));
  if (hearing.length === 0) return nothing;
  const byId = new Map(hearing.map((readModel) => [readModel.id, readModel]));

  const routed = await run.sandbox.route({ moduleIds: [...byId.keys()], events });
  const failed = new Set(routed.errors.map(({ moduleId }) => moduleId));
  const moduleIds = [...byId.keys()].filter((id) => !failed.has(id));
  const wanted = routed.routes.flatMap(({ moduleId, documentIds }) => {
    const readModel = failed.has(moduleId) ? undefined : byId.get(moduleId);
    const own = isOurs ? documentIds.filter(isOurs) : documentIds;
    return readModel ? own.map((documentId) => ({ readModel, documentId })) : [];
  });
  const loaded = await Promise.all(wanted.map(({ readModel, documentId }) => load(readModel, documentId)));
  const documents = wanted.flatMap(({ readModel, documentId }, index) => {
    const document = loaded[index];
    return document === undefined ? [] : [{ moduleId: readModel.id, documentId, document }];
  });

  const projected = await run.sandbox.project({
    moduleIds,
    events,
    documents,
    ...(isOurs ? { only: wanted.map(({ documentId }) => documentId) } : {}),
  });
  const broken = new Set(projected.errors.map(({ moduleId }) => moduleId));
  return {
    documents: projected.documents.flatMap(({ moduleId, documentId, document }) => {
      const readModel = byId.get(moduleId);
      return readModel && !broken.has(moduleId) ? [{ projection: projectionOf(readModel), documentId, document }] : [];
    }),
    errors: [...routed.errors, ...projected.errors].map(({ moduleId, error }) => ({ readModelId: moduleId, error })),
    logs: [...routed.logs, ...projected.logs],
    diagnostics: [...routed.diagnostics, ...projected.diagnostics],
  };
};

/** `isOurs`: the documents that take part; others stay as they are. */
type ProjectOptions = { load?: LoadDocument; isOurs?: (documentId: string) => boolean };

export type LoadDocument = (
  readModel: ReadyReadModel,
  documentId: string,
) => Promise<DocumentChange['document'] | undefined>;

const fromStore =
  ({ store }: Run): LoadDocument =>
  (readModel, documentId) =>
    store.document(projectionOf(readModel), documentId);

export const hearsAny = ({ module: { canHandle } }: ReadyReadModel, events: RecordedEvent[]): boolean =>
  events.length > 0 &&
  (canHandle === undefined || events.some((event) => isAnyRead(event, (type) => canHandle.includes(type))));

/** Read models whose code is loaded; the others stand still until it is mended. */
export const readyReadModels = (run: Run, lifecycle?: 'inline' | 'async'): ReadyReadModel[] =>
  versions(run).filter((one) => one.versionOf === undefined && (lifecycle ?? one.lifecycle) === one.lifecycle);

/** Read models that follow the log by themselves, and other versions of them that do. */
export const readyVersions = (run: Run, lifecycle?: 'async'): ReadyReadModel[] =>
  versions(run).filter((one) => (lifecycle ?? one.lifecycle) === one.lifecycle);

/** Of each read model the version whose documents people are shown. */
export const servingReadModels = (run: Run): ReadyReadModel[] => versions(run).filter(({ isServing }) => isServing);

type Version = ReadyReadModel & { lifecycle: 'inline' | 'async'; isServing: boolean };

const versions = (run: Run): Version[] => {
  const { readModels, modules } = run.program();
  const ready = (id: string, rest: Omit<Version, 'id' | 'module'>): Version[] => {
    const module = modules.get(id);
    return module?.kind === 'ready' ? [{ id, module, ...rest }] : [];
  };
  return readModels.flatMap(({ id, lifecycle, other }) => [
    ...ready(id, { lifecycle, isServing: !other?.isServing }),
    ...(other ? ready(other.id, { lifecycle, isServing: other.isServing, versionOf: id }) : []),
  ]);
};
