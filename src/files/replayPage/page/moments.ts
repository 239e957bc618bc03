import { countUpTo, type Json } from '#model';
import type { ReplayData, ReplayedCommand, ReplayedEvent } from '../ReplayData.ts';

/** A stream's state around a position: before and after differ only where its own event stands there. */
export type StateAround = { owner: string; version: number; before: Json; after: Json; error?: string };

export type DocumentsAt = {
  name: string;
  /** Those of a page, by id, and those that the event at the position left there. */
  documents: { documentId: string; document: Json }[];
  /** What the event at the position changed; `null`: was not there before. */
  changed: { documentId: string; before: Json | null }[];
  /** Counted from 0, and how many pages there are; the last one where a later one was asked for. */
  page: number;
  pages: number;
  /** How many there are that nobody finds in the file. */
  left: number;
  /** Why its code broke, where it has by then. */
  broken?: string;
};

export type Moments = ReturnType<typeof openMoments>;

/** The versions of something, each with the position from which on it is so. */
type Versions<T> = { positions: number[]; values: T[] };

const valueAt = <T>({ positions, values }: Versions<T>, position: number): T | undefined =>
  values[countUpTo(positions, position) - 1];

const never: Versions<never> = { positions: [], values: [] };

/** Every moment of a replay, wherever one jumps to: each is looked up, none is worked out from those before it. */
export const openMoments = (data: ReplayData) => {
  const first = data.from - 1;
  const last = first + data.events.length;
  const streams = ownPositions(data, ({ stream }) => stream);
  const types = ownPositions(data, ({ type }) => type);
  const documents = documentVersions(data, first);
  const idsInOrder = documents.map((known) => [...known.keys()].sort());
  const howMany = documents.map((known) => numberOf(known));
  const refused = refusedByPosition(data);

  const eventAt = (position: number): ReplayedEvent | undefined => data.events[position - data.from];

  const stateAround = (stream: string, position: number): StateAround | undefined => {
    const known = Object.hasOwn(data.streams, stream) ? data.streams[stream] : undefined;
    if (!known) return undefined;
    const positions = streams.get(stream) ?? [];
    const reached = countUpTo(positions, position);
    const at = positions[reached - 1];
    const stateOf = (nth: number): Json => {
      const state = eventAt(positions[nth - 1] ?? 0)?.state;
      return state === undefined ? known.start : state;
    };
    const event = eventAt(at ?? 0);
    const after = stateOf(reached);
    return {
      owner: known.owner,
      version: event?.version ?? (eventAt(positions[0] ?? 0)?.version ?? 1) - 1,
      before: at !== position ? after : event?.before === undefined ? stateOf(reached - 1) : event.before,
      after,
      ...(event?.stateError !== undefined && { error: event.stateError }),
    };
  };

  /** `most`: documents of a page, which the event at the position has not changed. */
  const documentsAt = (readModel: number, position: number, most: number, wanted = 0): DocumentsAt => {
    const { name = '', left = 0, broken } = data.readModels[readModel] ?? {};
    const known = documents[readModel] ?? new Map<string, Versions<Json | null>>();
    const touched = (eventAt(position)?.documents ?? []).filter(([own]) => own === readModel);
    const areTouched = new Set(touched.map(([, documentId]) => documentId));
    const there: DocumentsAt['documents'] = [];
    const add = (documentId: string): void => {
      const document = valueAt(known.get(documentId) ?? never, position) ?? null;
      if (document !== null) there.push({ documentId, document });
    };
    for (const documentId of areTouched) add(documentId);
    const others = (valueAt(howMany[readModel] ?? never, position) ?? 0) - there.length;
    const pages = Math.max(1, Math.ceil(others / most));
    const page = Math.min(wanted, pages - 1);
    let before = page * most;
    const enough = there.length + most;
    for (const documentId of idsInOrder[readModel] ?? []) {
      if (there.length >= enough) break;
      if (areTouched.has(documentId)) continue;
      if (before === 0) add(documentId);
      else if ((valueAt(known.get(documentId) ?? never, position) ?? null) !== null) before -= 1;
    }
    return {
      name,
      documents: there.sort((one, other) => (one.documentId < other.documentId ? -1 : 1)),
      changed: touched.map(([, documentId]) => {
        const versions = known.get(documentId);
        return { documentId, before: (versions && valueAt(versions, position - 1)) ?? null };
      }),
      ...{ page, pages, left },
      ...(broken && broken.position <= position && { broken: broken.message }),
    };
  };

  return {
    /** Before the first event that is shown, and at the last one. */
    first,
    last,
    eventAt,
    stateAround,
    documentsAt,
    commandOf: ({ command }: ReplayedEvent): ReplayedCommand | undefined => data.commands[command ?? -1],
    /** Commands of which nothing was stored, between the event at the position and the next. */
    refusedAfter: (position: number): readonly ReplayedCommand[] => refused.get(position) ?? [],
    /** How many events of these types there are up to the position. */
    countOf: (names: readonly string[], position: number): number =>
      names.reduce((sum, name) => {
        const before = Object.hasOwn(data.countsBefore, name) ? (data.countsBefore[name] ?? 0) : 0;
        return sum + before + countUpTo(types.get(name) ?? [], position);
      }, 0),
  };
};

const ownPositions = (
  { events, from }: ReplayData,
  nameOf: (event: ReplayedEvent) => string,
): Map<string, number[]> => {
  const positions = new Map<string, number[]>();
  for (const [index, event] of events.entries()) {
    const known = positions.get(nameOf(event));
    if (known) known.push(from + index);
    else positions.set(nameOf(event), [from + index]);
  }
  return positions;
};

const refusedByPosition = ({ commands }: ReplayData): Map<number, ReplayedCommand[]> => {
  const byPosition = new Map<number, ReplayedCommand[]>();
  for (const command of commands) {
    if (command.outcome === 'appended') continue;
    const { afterPosition } = command;
    const known = byPosition.get(afterPosition);
    if (known) known.push(command);
    else byPosition.set(afterPosition, [command]);
  }
  return byPosition;
};

const documentVersions = (
  { events, readModels, from }: ReplayData,
  first: number,
): Map<string, Versions<Json | null>>[] => {
  const all = readModels.map(
    ({ start }) =>
      new Map(
        start.map(([id, document]): [string, Versions<Json | null>] => [
          id,
          { positions: [first], values: [document] },
        ]),
      ),
  );
  for (const [index, { documents }] of events.entries())
    for (const [readModel, id, document] of documents) {
      const known = all[readModel];
      const versions = known?.get(id) ?? { positions: [], values: [] };
      versions.positions.push(from + index);
      versions.values.push(document);
      known?.set(id, versions);
    }
  return all;
};

/** How many documents there are at a time, from the versions of each. */
const numberOf = (known: ReadonlyMap<string, Versions<Json | null>>): Versions<number> => {
  const changes = new Map<number, number>();
  for (const { positions, values } of known.values())
    for (const [index, position] of positions.entries()) {
      const isThere = (nth: number): number => ((values[nth] ?? null) === null ? 0 : 1);
      changes.set(position, (changes.get(position) ?? 0) + isThere(index) - isThere(index - 1));
    }
  const positions = [...changes.keys()].sort((one, other) => one - other);
  let count = 0;
  const values = positions.map((position) => {
    count += changes.get(position) ?? 0;
    return count;
  });
  return { positions, values };
};
