import type { ThrownError, WorkerMomentDocuments } from '../../protocol.ts';
import type { Json } from '../../Sandbox.ts';
import { describeThrown } from '../errors.ts';
import { readModelOf } from '../loadedModules.ts';
import { parseJson } from '../primordials.ts';
import { type DocumentText, documentIdsOf, evolveDocument } from '../projecting.ts';
import { running, runningFor } from '../running.ts';
import type { ReadModel } from '../shapes.ts';
import { eventAt } from './log.ts';
import { progressed } from './progress.ts';
import { addVersion, nearestVersion, type Steps, startVersions, type Versions, versionAt } from './Versions.ts';

type DocumentVersions = { versions: Versions<DocumentText>; tip: DocumentText };
type Documents = {
  /** The log is projected up to here. */
  position: number;
  byId: Map<string, DocumentVersions>;
  broken?: { position: number; error: ThrownError };
};

const known = new Map<string, Documents>();

const projectEvent = (readModel: ReadModel, { byId }: Documents, position: number): void => {
  const event = eventAt(position);
  running.position = position;
  const next = new Map<string, DocumentText>();
  for (const id of documentIdsOf(readModel, event))
    next.set(id, evolveDocument(readModel, byId.get(id)?.tip ?? null, event));
  // All documents of an event, or none.
  for (const [id, text] of next) {
    const document = byId.get(id) ?? { versions: startVersions<DocumentText>(null), tip: null };
    byId.set(id, document);
    document.tip = text;
    addVersion(document.versions, position, text);
  }
};

/** Projects on to the wanted position, or to the event at which the code breaks. */
const extend = (readModel: ReadModel, documents: Documents, position: number): void => {
  while (documents.position < position && !documents.broken) {
    try {
      projectEvent(readModel, documents, documents.position + 1);
      documents.position += 1;
      progressed(documents.position, position);
    } catch (thrown) {
      documents.broken = { position: documents.position + 1, error: describeThrown(thrown, running.phase) };
    }
  }
};

const textAt = (readModel: ReadModel, { versions, tip }: DocumentVersions, version: number): DocumentText => {
  if (version === versions.steps.length) return tip;
  const nearest = nearestVersion(versions, version);
  let { text } = nearest;
  for (let done = nearest.version; done < version; done += 1) {
    text = evolveDocument(readModel, text, eventAt(versions.steps[done] ?? 0));
    versions.computed = { version: done + 1, text };
  }
  return text;
};

const parsed = (text: DocumentText): Json | null => (text === null ? null : (parseJson(text) as Json));

const gather = (readModel: ReadModel, { byId }: Documents, position: number) => {
  const documents: WorkerMomentDocuments['documents'] = [];
  const changed: WorkerMomentDocuments['changed'] = [];
  for (const [documentId, document] of byId) {
    const { steps } = document.versions;
    const version = versionAt(steps, position);
    const text = textAt(readModel, document, version);
    if (text !== null) documents.push({ documentId, document: parseJson(text) });
    if (version > 0 && steps[version - 1] === position)
      changed.push({ documentId, before: parsed(textAt(readModel, document, version - 1)) });
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

/** A document before and after the event at a position, which went into it. */
export const documentAround = (moduleId: string, documentId: string, position: number): [DocumentText, DocumentText] =>
  runningFor(moduleId, undefined, () => {
    const { readModel, documents } = documentsTo(moduleId, position);
    const document = documents.byId.get(documentId);
    if (!document) return [null, null];
    const version = versionAt(document.versions.steps, position);
    return [textAt(readModel, document, Math.max(0, version - 1)), textAt(readModel, document, version)];
  });
