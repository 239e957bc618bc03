import type { Json } from '../../Sandbox.ts';
import { addVersion, startVersions, type Versions, versionAt } from './Versions.ts';

/** A document as far as the log is projected. */
export type DocumentVersions = {
  id: string;
  versions: Versions<Json>;
  tip: Json;
  /** The positions at which it came and went, in turns; missing where it came with its first step and never went. */
  turns?: number[];
};

/** The documents of a read model, and when which of them changed. */
export type KnownDocuments = {
  byId: Map<string, DocumentVersions>;
  /** Every step: the position of its event, and the document. */
  positions: number[];
  touched: DocumentVersions[];
  /** How many documents there were from a position on. */
  counts: { positions: number[]; counts: number[] };
  /** By id, as far as they have been put in order; those after them have come since. */
  ordered: DocumentVersions[];
  fresh: DocumentVersions[];
};

export const noDocuments = (): KnownDocuments => ({
  byId: new Map(),
  positions: [],
  touched: [],
  counts: { positions: [], counts: [] },
  ordered: [],
  fresh: [],
});

const begin = ({ byId, fresh }: KnownDocuments, id: string): DocumentVersions => {
  const document: DocumentVersions = { id, versions: startVersions<Json>(null), tip: null };
  byId.set(id, document);
  fresh.push(document);
  return document;
};

const count = ({ counts: { positions, counts } }: KnownDocuments, position: number, by: 1 | -1): void => {
  const before = counts[counts.length - 1] ?? 0;
  if (positions[positions.length - 1] === position) counts[counts.length - 1] = before + by;
  else {
    positions.push(position);
    counts.push(before + by);
  }
};

/** A first step usually makes a document, and then there is nothing to note. */
const noteTurn = (document: DocumentVersions, position: number, isThere: boolean): void => {
  const [first] = document.versions.steps;
  if (first === undefined) {
    if (!isThere) document.turns = [];
  } else if (isThere !== (document.tip !== null)) {
    document.turns ??= [first];
    document.turns.push(position);
  }
};

/** Takes a step of a document that has been computed; its first one makes it known. */
export const takeStep = (
  known: KnownDocuments,
  position: number,
  { id, next, size }: { id: string; next: Json; size: number },
): void => {
  const document = known.byId.get(id) ?? begin(known, id);
  const isThere = next !== null;
  if (isThere !== (document.tip !== null)) count(known, position, isThere ? 1 : -1);
  noteTurn(document, position, isThere);
  document.tip = next;
  known.positions.push(position);
  known.touched.push(document);
  addVersion(document.versions, position, next, size);
};

/** Whether there is a document at a position. */
export const isThereAt = ({ turns, versions }: DocumentVersions, position: number): boolean =>
  turns ? versionAt(turns, position) % 2 === 1 : (versions.steps[0] ?? Number.POSITIVE_INFINITY) <= position;

export const countAt = ({ counts: { positions, counts } }: KnownDocuments, position: number): number =>
  counts[versionAt(positions, position) - 1] ?? 0;

/** The documents that the event at a position changed, also those that are gone since. */
export const touchedAt = ({ positions, touched }: KnownDocuments, position: number): DocumentVersions[] =>
  touched.slice(versionAt(positions, position - 1), versionAt(positions, position));

const byId = (one: DocumentVersions, other: DocumentVersions): number => (one.id < other.id ? -1 : 1);

/** The first documents that are there at a position, by id. */
export const firstAt = (known: KnownDocuments, position: number, atMost: number): DocumentVersions[] => {
  if (known.fresh.length > 0) {
    known.ordered = [...known.ordered, ...known.fresh].sort(byId);
    known.fresh = [];
  }
  const first: DocumentVersions[] = [];
  for (const document of known.ordered) {
    if (first.length >= atMost) break;
    if (isThereAt(document, position)) first.push(document);
  }
  return first;
};
