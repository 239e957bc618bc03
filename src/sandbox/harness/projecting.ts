import { encodeTagged } from '../codec.ts';
import type { ThrownError, WorkerProjected, WorkerRouted } from '../protocol.ts';
import type { ProjectedDocument, ProjectRequest, RouteRequest, SandboxEvent } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, DeterminismError, describeThrown, note, SandboxError } from './errors.ts';
import { eventForCode } from './forCode.ts';
import { readModelOf } from './loadedModules.ts';
import { isArray, parseJson, stringify } from './primordials.ts';
import { running, runningFor } from './running.ts';
import { type ReadModel, startOf } from './shapes.ts';
import { documentText } from './storage.ts';

/** A document as text; null where there is none. */
export type DocumentText = string | null;

/** Documents larger than this are not compared before and after. */
const largestCompared = 200_000;

const checkId = (id: unknown): string => {
  if (typeof id === 'string') return id;
  if (typeof id === 'number' || typeof id === 'bigint') return `${id}`;
  throw new SandboxError(
    `getDocumentId returned ${typeof id}. It should be a text, a list of texts, or null for none.`,
  );
};

/** The documents that an event touches, each once. */
export const documentIdsOf = (readModel: ReadModel, event: SandboxEvent): string[] => {
  if (!readModel.canHandle.includes(event.type)) return [];
  running.phase = 'getDocumentId';
  const result = call<unknown>(readModel.getDocumentId, [eventForCode(event)()]);
  if (result === null || result === undefined) return [];
  return isArray(result) ? [...new Set(result.map(checkId))] : [checkId(result)];
};

/** What `evolve` is given of a document, for it to do with as it likes. */
export const documentFrom = (readModel: ReadModel, text: DocumentText): unknown =>
  text === null ? startOf(readModel.initialState) : parseJson(text);

const evolved = (readModel: ReadModel, document: unknown, event: object): DocumentText => {
  const next = call<unknown>(readModel.evolve, [document, event]);
  if (next === undefined)
    throw new SandboxError('evolve returned nothing. Did you forget `return document`? `null` would delete it.');
  return next === null ? null : documentText(next);
};

/** One step of a document. */
export const evolveDocument = (readModel: ReadModel, text: DocumentText, event: SandboxEvent): DocumentText => {
  running.phase = 'evolve';
  return evolved(readModel, documentFrom(readModel, text), eventForCode(event)());
};

/** The same, watched: notes what was changed in place, and runs twice to find results that differ. */
const evolveWatched = (readModel: ReadModel, text: DocumentText, event: SandboxEvent): DocumentText => {
  running.phase = 'evolve';
  const makeEvent = eventForCode(event);
  const [document, given] = [documentFrom(readModel, text), makeEvent()];
  const [documentText, eventText] = [encodeTagged(document), encodeTagged(given)];
  const next = evolved(readModel, document, given);
  if (documentText.length > largestCompared) return next;
  if (encodeTagged(document) !== documentText)
    note('ChangedInPlace', 'evolve changed the document in place. Return a new document instead.');
  if (encodeTagged(given) !== eventText)
    note('ChangedInPlace', 'evolve changed the event in place. Events are facts: copy what should be different.');
  const again = muted(() => attempt('evolve', () => evolved(readModel, documentFrom(readModel, text), makeEvent())));
  if (!again.error && again.value !== next)
    throw new DeterminismError(
      'evolve gave two different results for the same document and event. Look for variables outside of the function that change.',
    );
  return next;
};

type ModuleErrors = { moduleId: string; error: ThrownError }[];

/** Each read model on its own: one that breaks leaves the others alone. */
const eachModule = (moduleIds: string[], run: (moduleId: string, readModel: ReadModel) => void): ModuleErrors => {
  const errors: ModuleErrors = [];
  for (const moduleId of moduleIds)
    runningFor(moduleId, undefined, () => {
      try {
        run(moduleId, readModelOf(moduleId));
      } catch (thrown) {
        errors.push({ moduleId, error: describeThrown(thrown, running.phase) });
      }
    });
  return errors;
};

export const route = ({ moduleIds, events }: RouteRequest): WorkerRouted => {
  const routes: WorkerRouted['routes'] = [];
  const errors = eachModule(moduleIds, (moduleId, readModel) => {
    const documentIds = new Set<string>();
    for (const event of events) {
      running.position = event.metadata.globalPosition;
      for (const id of documentIdsOf(readModel, event)) documentIds.add(id);
    }
    routes.push({ moduleId, documentIds: [...documentIds] });
  });
  return { routes, errors };
};

export const project = ({ moduleIds, events, documents }: ProjectRequest): WorkerProjected => {
  const projected: ProjectedDocument[] = [];
  const errors = eachModule(moduleIds, (moduleId, readModel) => {
    const texts = new Map<string, DocumentText>();
    for (const known of documents)
      if (known.moduleId === moduleId) texts.set(known.documentId, stringify(known.document));
    const touched = new Set<string>();
    for (const event of events) {
      running.position = event.metadata.globalPosition;
      for (const id of documentIdsOf(readModel, event)) {
        texts.set(id, evolveWatched(readModel, texts.get(id) ?? null, event));
        touched.add(id);
      }
    }
    for (const documentId of touched) {
      const text = texts.get(documentId) ?? null;
      projected.push({ moduleId, documentId, document: text === null ? null : parseJson(text) });
    }
  });
  return { documents: projected, errors };
};
