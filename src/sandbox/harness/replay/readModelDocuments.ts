import type { ThrownError, WorkerMomentDocuments, WorkerMomentRequest } from '../../protocol.ts';
import type { Json } from '../../Sandbox.ts';
import { describeThrown } from '../errors.ts';
import { readModelOf } from '../loadedModules.ts';
import { takeCopied } from '../plainCopy.ts';
import { stringify } from '../primordials.ts';
import { documentIdsOf, evolveDocument } from '../projecting.ts';
import { running, runningFor } from '../running.ts';
import type { ReadModel } from '../shapes.ts';
import {
  countAt,
  type DocumentVersions,
  firstAt,
  isThereAt,
  type KnownDocuments,
  noDocuments,
  takeStep,
  touchedAt,
} from './DocumentVersions.ts';
import { handedAt, isHeardAt } from './log.ts';
import { progressed } from './progress.ts';
import { nearestVersion, type Steps, versionAt } from './Versions.ts';
import type { TextOrNone } from './valueText.ts';

type Documents = KnownDocuments & {
  /** The log is projected up to here. */
  position: number;
  broken?: { position: number; error: ThrownError };
};

const known = new Map<string, Documents>();

const projectEvent = (readModel: ReadModel, documents: Documents, position: number): void => {
  running.position = position;
  // All documents of an event, or none.
  const steps = new Map<string, { id: string; next: Json; size: number }>();
  for (const { type, make } of handedAt(readModel, position)) {
    if (!readModel.hears.has(type)) continue;
    for (const id of documentIdsOf(readModel, make())) {
      const before = steps.get(id) ?? { next: documents.byId.get(id)?.tip ?? null, size: 0 };
      takeCopied();
      const next = evolveDocument(readModel, before.next, make());
      steps.set(id, { id, next, size: before.size + takeCopied() });
    }
  }
  for (const step of steps.values()) takeStep(documents, position, step);
};

/** What the event at a position makes of a document that it is known to go into. */
export const documentAfter = (readModel: ReadModel, id: string, document: Json, position: number): Json => {
  const handed = handedAt(readModel, position);
  const [only] = handed;
  if (only && handed.length === 1) return evolveDocument(readModel, document, only.make());
  let next = document;
  for (const { type, make } of handed)
    if (readModel.hears.has(type) && documentIdsOf(readModel, make()).includes(id))
      next = evolveDocument(readModel, next, make());
  return next;
};

/** Projects on to the wanted position, or to the event at which the code breaks. */
const extend = (readModel: ReadModel, documents: Documents, position: number): void => {
  while (documents.position < position && !documents.broken) {
    try {
      if (isHeardAt(readModel.hears, documents.position + 1))
        projectEvent(readModel, documents, documents.position + 1);
      documents.position += 1;
      progressed(documents.position, position);
    } catch (thrown) {
      documents.broken = { position: documents.position + 1, error: describeThrown(thrown, running.phase) };
    }
  }
};

const documentAt = (readModel: ReadModel, { id, versions, tip }: DocumentVersions, version: number): Json => {
  if (version === versions.steps.length) return tip;
  const nearest = nearestVersion(versions, version);
  let { value } = nearest;
  for (let done = nearest.version; done < version; done += 1) {
    value = documentAfter(readModel, id, value, versions.steps[done] ?? 0);
    versions.computed = { version: done + 1, value };
  }
  return value;
};

type Wanted = Pick<WorkerMomentRequest, 'position' | 'first'>;

const versionOf = ({ versions }: DocumentVersions, position: number): number => versionAt(versions.steps, position);

/** The first documents so far as wanted, and those that the event at the position changed. */
const documentsToShow = (documents: Documents, position: number, atMost: number): Iterable<DocumentVersions> => {
  const touched = touchedAt(documents, position).filter((document) => isThereAt(document, position));
  return new Set([...firstAt(documents, position, atMost), ...touched]);
};

const gather = (
  readModel: ReadModel,
  known: Documents,
  position: number,
  wanted: number | 'all',
): Omit<WorkerMomentDocuments, 'moduleId'> => {
  const atMost = wanted === 'all' ? Number.POSITIVE_INFINITY : wanted;
  const documents: WorkerMomentDocuments['documents'] = [];
  for (const shown of documentsToShow(known, position, atMost))
    documents.push({ documentId: shown.id, document: documentAt(readModel, shown, versionOf(shown, position)) });
  const changed = touchedAt(known, position).map((document) => ({
    documentId: document.id,
    before: documentAt(readModel, document, versionOf(document, position) - 1),
  }));
  if (wanted === 'all') return { documents, changed };
  return { documents, changed, left: atMost === 0 ? 'not counted' : countAt(known, position) - documents.length };
};

const documentsOf = (moduleId: string): Documents => {
  const documents: Documents = known.get(moduleId) ?? { position: 0, ...noDocuments() };
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
export const documentsAt = (moduleId: string, wanted: Wanted): WorkerMomentDocuments =>
  runningFor(moduleId, undefined, () => {
    const { position, first } = wanted;
    try {
      const { readModel, documents } = documentsTo(moduleId, position);
      const { broken } = documents;
      return {
        moduleId,
        ...gather(readModel, documents, position, first ? (first[moduleId] ?? 0) : 'all'),
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
