import { decodeTagged, encodeTagged } from '../codec.ts';
import type { ThrownError, WorkerProjected, WorkerRouted } from '../protocol.ts';
import type { Json, ProjectedDocument, ProjectRequest, RouteRequest, SandboxEvent } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, DeterminismError, describeThrown, SandboxError } from './errors.ts';
import { handedFor } from './forCode.ts';
import { readModelOf } from './loadedModules.ts';
import { noteChange } from './noteChange.ts';
import { copyOf, deepFrozen } from './plainCopy.ts';
import { isArray, stringify } from './primordials.ts';
import { running, runningFor } from './running.ts';
import { type ReadModel, startOf } from './shapes.ts';
import { toDocument } from './storage.ts';

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
export const documentIdsOf = ({ getDocumentId }: ReadModel, event: object): string[] => {
  running.phase = 'getDocumentId';
  const result = call<unknown>(getDocumentId, [event]);
  if (typeof result === 'string') return [result];
  if (result === null || result === undefined) return [];
  return isArray(result) ? [...new Set(result.map(checkId))] : [checkId(result)];
};

/** What `evolve` is given of a document: the document itself where it only reads, else one to do with as it likes. */
export const documentForCode = ({ initialState, onlyReads }: ReadModel, document: Json): unknown => {
  if (document === null) return startOf(initialState);
  return onlyReads ? document : copyOf(document);
};

const evolved = ({ evolve }: ReadModel, document: unknown, event: object, known?: Json): Json => {
  const next = call<unknown>(evolve, [document, event]);
  if (next === undefined)
    throw new SandboxError('evolve returned nothing. Did you forget `return document`? `null` would delete it.');
  return next === null ? null : toDocument(next, known);
};

/** One step of a document, null where there is none. What was before stays as it is. */
export const evolveDocument = (readModel: ReadModel, document: Json, event: object): Json => {
  running.phase = 'evolve';
  return evolved(readModel, documentForCode(readModel, document), event, readModel.onlyReads ? document : undefined);
};

/** The same, watched: notes what was changed in place, and runs twice to find results that differ. */
const evolveWatched = (readModel: ReadModel, before: Json, makeEvent: () => object): Json => {
  running.phase = 'evolve';
  const [document, given] = [documentForCode(readModel, before), makeEvent()];
  const [documentText, eventText] = [encodeTagged(document), encodeTagged(given)];
  const next = evolved(readModel, document, given);
  if (documentText.length > largestCompared) return next;
  if (encodeTagged(document) !== documentText)
    noteChange('evolve changed the document in place. Return a new document instead.', () =>
      evolved(readModel, deepFrozen(decodeTagged(documentText)), makeEvent()),
    );
  if (encodeTagged(given) !== eventText)
    noteChange('evolve changed the event in place. Events are facts: copy what should be different.', () =>
      evolved(readModel, documentForCode(readModel, before), deepFrozen(makeEvent())),
    );
  const again = muted(() =>
    attempt('evolve', () => evolved(readModel, documentForCode(readModel, before), makeEvent())),
  );
  if (!again.error && stringify(again.value) !== stringify(next))
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

/** What a read model is handed in the place of a stored event, as far as it hears that. */
const heardIn = ({ hears }: ReadModel, event: SandboxEvent): (() => object)[] =>
  handedFor(event).flatMap(({ type, make }) => (hears.has(type) ? [make] : []));

export const route = ({ moduleIds, events }: RouteRequest): WorkerRouted => {
  const routes: WorkerRouted['routes'] = [];
  const errors = eachModule(moduleIds, (moduleId, readModel) => {
    const documentIds = new Set<string>();
    for (const event of events) {
      running.position = event.metadata.globalPosition;
      for (const make of heardIn(readModel, event))
        for (const id of documentIdsOf(readModel, make())) documentIds.add(id);
    }
    routes.push({ moduleId, documentIds: [...documentIds] });
  });
  return { routes, errors };
};

export const project = ({ moduleIds, events, documents, only }: ProjectRequest): WorkerProjected => {
  const projected: ProjectedDocument[] = [];
  const takingPart = only && new Set(only);
  const errors = eachModule(moduleIds, (moduleId, readModel) => {
    const known = new Map<string, Json>();
    for (const { documentId, document, ...of } of documents)
      if (of.moduleId === moduleId) known.set(documentId, document);
    const touched = new Set<string>();
    for (const event of events) {
      running.position = event.metadata.globalPosition;
      for (const make of heardIn(readModel, event))
        for (const id of documentIdsOf(readModel, make())) {
          if (takingPart?.has(id) === false) continue;
          known.set(id, evolveWatched(readModel, known.get(id) ?? null, make));
          touched.add(id);
        }
    }
    for (const documentId of touched) projected.push({ moduleId, documentId, document: known.get(documentId) ?? null });
  });
  return { documents: projected, errors };
};
