import type { ThrownError, WorkerMomentDocuments } from '../../protocol.ts';
import type { Json } from '../../Sandbox.ts';
import { describeThrown } from '../errors.ts';
import { readModelOf } from '../loadedModules.ts';
import { takeCopied } from '../plainCopy.ts';
import { stringify } from '../primordials.ts';
import { documentIdsOf, eventFor, evolveDocument } from '../projecting.ts';
import { running, runningFor } from '../running.ts';
import type { ReadModel } from '../shapes.ts';
import { eventAt, typeAt } from './log.ts';
import { progressed } from './progress.ts';
import { addVersion, nearestVersion, type Steps, startVersions, type Versions, versionAt } from './Versions.ts';
import type { TextOrNone } from './valueText.ts';

type DocumentVersions = { versions: Versions<Json>; tip: Json };
type Documents = {
  /** The log is projected up to here. */
  position: number;
  byId: Map<string, DocumentVersions>;
  broken?: { position: number; error: ThrownError };
};

const known = new Map<string, Documents>();

/** A step of one document that has been computed and not been taken yet; `document` is missing where it is the first. */
type Step = { id: string; document: DocumentVersions | undefined; next: Json; size: number };

const begin = ({ byId }: Documents, id: string): DocumentVersions => {
  const document: DocumentVersions = { versions: startVersions<Json>(null), tip: null };
  byId.set(id, document);
  return document;
};

const projectEvent = (readModel: ReadModel, documents: Documents, position: number): void => {
  running.position = position;
  const makeEvent = eventFor(readModel, eventAt(position));
  // All documents of an event, or none.
  const steps: Step[] = [];
  for (const id of documentIdsOf(readModel, makeEvent())) {
    const document = documents.byId.get(id);
    takeCopied();
    const next = evolveDocument(readModel, document?.tip ?? null, makeEvent());
    steps.push({ id, document, next, size: takeCopied() });
  }
  for (const { id, document = begin(documents, id), next, size } of steps) {
    document.tip = next;
    addVersion(document.versions, position, next, size);
  }
};

/** Projects on to the wanted position, or to the event at which the code breaks. */
const extend = (readModel: ReadModel, documents: Documents, position: number): void => {
  while (documents.position < position && !documents.broken) {
    try {
      if (readModel.hears.has(typeAt(documents.position + 1)))
        projectEvent(readModel, documents, documents.position + 1);
      documents.position += 1;
      progressed(documents.position, position);
    } catch (thrown) {
      documents.broken = { position: documents.position + 1, error: describeThrown(thrown, running.phase) };
    }
  }
};

const documentAt = (readModel: ReadModel, { versions, tip }: DocumentVersions, version: number): Json => {
  if (version === versions.steps.length) return tip;
  const nearest = nearestVersion(versions, version);
  let { value } = nearest;
  for (let done = nearest.version; done < version; done += 1) {
    value = evolveDocument(readModel, value, eventFor(readModel, eventAt(versions.steps[done] ?? 0))());
    versions.computed = { version: done + 1, value };
  }
  return value;
};

const gather = (readModel: ReadModel, { byId }: Documents, position: number) => {
  const documents: WorkerMomentDocuments['documents'] = [];
  const changed: WorkerMomentDocuments['changed'] = [];
  for (const [documentId, shown] of byId) {
    const { steps } = shown.versions;
    const version = versionAt(steps, position);
    const document = documentAt(readModel, shown, version);
    if (document !== null) documents.push({ documentId, document });
    if (version > 0 && steps[version - 1] === position)
      changed.push({ documentId, before: documentAt(readModel, shown, version - 1) });
  }
  return { documents, changed };
};

const documentsOf = (moduleId: string): Documents => {
  const documents: Documents = known.get(moduleId) ?? { position: 0, byId: new Map() };
  known.set(moduleId, documents);
  return documents;
};

const documentsTo = (moduleId: string, position: number) => {
  const readModel = readModelOf(moduleId);
  const documents = documentsOf(moduleId);
  extend(readModel, documents, position);
  return { readModel, documents };
};

/** How far the log is projected for a read model; where its code breaks, there is no further. */
export const projectedUpTo = (moduleId: string): number => {
  const { position, broken } = documentsOf(moduleId);
  return broken ? Number.MAX_SAFE_INTEGER : position;
};

/** Projects a read model on to a position. */
export const projectUpTo = (moduleId: string, position: number): void =>
  runningFor(moduleId, undefined, () => {
    const documents = documentsOf(moduleId);
    try {
      extend(readModelOf(moduleId), documents, position);
    } catch (thrown) {
      documents.broken = { position: 0, error: describeThrown(thrown, running.phase) };
    }
  });

/** The events up to a position that went into a document, and what its code breaks at before. */
export const documentStepsTo = (moduleId: string, documentId: string, position: number): Steps => {
  const { byId, broken } = documentsTo(moduleId, position).documents;
  const steps = byId.get(documentId)?.versions.steps ?? [];
  return {
    positions: steps.slice(0, versionAt(steps, position)),
    ...(broken && broken.position <= position ? { error: broken.error } : {}),
  };
};

/** The documents of a read model at a position, and what the event that stands there changed. */
export const documentsAt = (moduleId: string, position: number): WorkerMomentDocuments =>
  runningFor(moduleId, undefined, () => {
    try {
      const { readModel, documents } = documentsTo(moduleId, position);
      const { broken } = documents;
      return {
        moduleId,
        ...gather(readModel, documents, position),
        ...(broken && broken.position <= position ? { error: broken.error } : {}),
      };
    } catch (thrown) {
      return { moduleId, documents: [], changed: [], error: describeThrown(thrown, running.phase) };
    }
  });

const textOf = (document: Json): TextOrNone => (document === null ? null : stringify(document));

/** A document before and after the event at a position, which went into it. */
export const documentAround = (moduleId: string, documentId: string, position: number): [TextOrNone, TextOrNone] =>
  runningFor(moduleId, undefined, () => {
    const { readModel, documents } = documentsTo(moduleId, position);
    const document = documents.byId.get(documentId);
    if (!document) return [null, null];
    const version = versionAt(document.versions.steps, position);
    const at = (wanted: number): TextOrNone => textOf(documentAt(readModel, document, wanted));
    return [at(Math.max(0, version - 1)), at(version)];
  });
