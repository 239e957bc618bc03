import type { CommandRecord, MarkedStream, RecordedEvent } from '#event-store';
import type { BranchRequest, HistoryEdit } from '../ModelsAndRuns.ts';
import type { EventPages, PagedHistory } from './copyHistory.ts';
import { type DeletedStream, deletionsFrom, deletionsUpTo, lastDeletion, type Shift } from './deletionsInBranch.ts';

/** The run that a branch comes from: how much is recorded, and its events from one position to another. */
export type Parent = {
  total: number;
  commands: CommandRecord[];
  /** What is archived, deleted or described. */
  streams: readonly MarkedStream[];
  events: (from: number, to: number) => EventPages;
};

export type BranchedHistory = {
  /** So many events are those of the run that it came from. */
  shared: number;
  /** What the branch begins with. */
  kept: PagedHistory;
  /** Commands that were recorded after that, to be decided anew, and the streams that were deleted among them. */
  again: CommandRecord[];
  deletedAgain: DeletedStream[];
};

/**
 * What a branch takes over of the run that it comes from: events with their ids and times up to a position, what was
 * edited, and, where that is wanted, what came after it.
 */
export const branchHistory = async (
  parent: Parent,
  request: BranchRequest,
  newId: () => string,
): Promise<BranchedHistory> => {
  const { rest } = request;
  const { total, commands, streams, events } = parent;
  const place = Math.min(placeOf(request), total);
  const edit = request.edit && (await editIn(parent, request.edit, place));
  const end = rest === 'as-recorded' ? total : rest === 'left-out' ? place : await endOfCommand(parent, place);
  const isWithin = ({ afterPosition }: CommandRecord): boolean => afterPosition < end || end === total;
  const [touched] = edit ? await firstPage(events(Math.max(1, place), place)) : [];
  const taken = commands.filter(isWithin);
  const without = await idsBehind(parent, taken, end);
  if (touched && edit?.kind === 'drop') without.add(touched.metadata.eventId);
  const shift = edit && shiftOf(edit, touched);
  // Who sends again what was recorded at the end of it tells which of that came before a deletion.
  const isParted = rest === 'sent-again' && end < total;
  const deletedBy = isParted && !(edit?.kind === 'insert' && place === end) ? end - 1 : end;
  const move = shift ? movedBy(shift) : (record: CommandRecord) => record;
  return {
    shared: edit && edit.kind !== 'insert' ? place - 1 : edit ? place : end,
    kept: {
      total: end + (edit?.kind === 'insert' ? 1 : edit?.kind === 'drop' && touched ? -1 : 0),
      pages: edit ? renumbered(edited(beginningOnce(events(1, end), edit), edit, newId)) : events(1, end),
      commands: taken.map((record) => withoutEvents(move(record), without)),
      streams: deletionsUpTo(streams, deletedBy, shift),
    },
    again: rest === 'sent-again' ? commands.filter((record) => !isWithin(record)) : [],
    deletedAgain: isParted ? deletionsFrom(streams, deletedBy + 1) : [],
  };
};

const firstPage = async (pages: EventPages): Promise<RecordedEvent[]> => {
  for await (const page of pages) return page;
  return [];
};

/** The last event that the branch is about: where it begins, the one that is edited, or the one before a new one. */
const placeOf = ({ position, edit }: BranchRequest): number => {
  if (!edit) return Math.max(0, Math.trunc(position));
  return edit.kind === 'insert' ? edit.after : edit.position;
};

/** What one command brought about stays together: half of it would be decided once more. */
const endOfCommand = async ({ total, events }: Parent, position: number): Promise<number> => {
  let end = position;
  let commandId: string | undefined;
  for await (const page of events(Math.max(1, position), total))
    for (const { metadata } of page) {
      if (metadata.globalPosition === position) commandId = metadata.commandId;
      else if (commandId === undefined || metadata.commandId !== commandId) return end;
      else end = metadata.globalPosition;
    }
  return end;
};

/**
 * The events behind the end that commands before it have stored. They stand together there: a page without any is behind
 * them all.
 */
const idsBehind = async ({ total, events }: Parent, taken: CommandRecord[], end: number): Promise<Set<string>> => {
  const ids = new Set<string>();
  if (end === total || taken.length === 0) return ids;
  const known = new Set(taken.map(({ commandId }) => commandId));
  for await (const page of events(end + 1, total)) {
    const before = ids.size;
    for (const { metadata } of page) if (known.has(metadata.commandId ?? '')) ids.add(metadata.eventId);
    if (ids.size === before) break;
  }
  return ids;
};

/** An event that is put in, and whether a deleted stream begins again with it. */
type Insertion = Extract<HistoryEdit, { kind: 'insert' }> & { begins: boolean };
type Edit = Exclude<HistoryEdit, { kind: 'insert' }> | Insertion;

const editIn = async (parent: Parent, edit: HistoryEdit, place: number): Promise<Edit> =>
  edit.kind === 'insert' ? { ...edit, begins: await isDeletedAt(parent, edit.event.stream, place) } : edit;

/** Whether a stream had been deleted, and had not begun again. */
const isDeletedAt = async ({ streams, events }: Parent, stream: string, place: number): Promise<boolean> => {
  const last = lastDeletion(streams, stream, place);
  if (last?.kind === 'deleted-for-good')
    throw new Error(`${stream} had been deleted for good by then: its name is never used again.`);
  if (last?.kind !== 'deleted') return false;
  for await (const page of events(last.position + 1, place))
    if (page.some(({ metadata }) => metadata.streamName === stream)) return false;
  return true;
};

/**
 * Where the event is dropped with which a deleted stream began again, it begins again with the next one; and not once more
 * where it does so with one that is put in.
 */
async function* beginningOnce(pages: EventPages, edit: Edit): EventPages {
  let stream: string | undefined;
  let begun = edit.kind === 'insert' && edit.begins ? edit.event.stream : undefined;
  const handOn = (event: RecordedEvent): RecordedEvent => {
    const { streamName, globalPosition, beginsAgain, ...metadata } = event.metadata;
    if (edit.kind === 'insert' && streamName === begun && globalPosition > edit.after) {
      begun = undefined;
      return { ...event, metadata: { ...metadata, streamName, globalPosition } };
    }
    if (edit.kind === 'drop' && globalPosition === edit.position && beginsAgain === true) stream = streamName;
    else if (streamName === stream) {
      stream = undefined;
      return { ...event, metadata: { ...event.metadata, beginsAgain: true } };
    }
    return event;
  };
  for await (const page of pages) yield page.map(handOn);
}

async function* edited(pages: EventPages, edit: Edit, newId: () => string): EventPages {
  let isEmpty = true;
  for await (const page of pages) {
    isEmpty = false;
    yield page.flatMap((event) => editedAt(event, edit, newId));
  }
  if (isEmpty && edit.kind === 'insert') yield [inserted(undefined, edit, newId())];
}

/** An event as the edit leaves it, with what the edit puts beside it. */
const editedAt = (event: RecordedEvent, edit: Edit, newId: () => string): RecordedEvent[] => {
  const { globalPosition } = event.metadata;
  switch (edit.kind) {
    case 'drop':
      return globalPosition === edit.position ? [] : [event];
    case 'change':
      return [globalPosition === edit.position ? { ...event, data: edit.data } : event];
    case 'insert':
      if (globalPosition === edit.after) return [event, inserted(event, edit, newId())];
      return edit.after === 0 && globalPosition === 1 ? [inserted(event, edit, newId()), event] : [event];
  }
};

/** It happens at the time of the event before it, or of the first one; no command is known of it. */
const inserted = (
  beside: RecordedEvent | undefined,
  { event: { type, data, stream, schemaVersion }, begins }: Insertion,
  eventId: string,
): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId,
    streamName: stream,
    streamPosition: 0,
    globalPosition: 0,
    recordedAt: beside?.metadata.recordedAt ?? new Date().toISOString(),
    schemaVersion,
    ...(begins && { beginsAgain: true }),
  },
});

/** Positions without gaps, in the log and in each stream. */
async function* renumbered(pages: EventPages): EventPages {
  const versions = new Map<string, number>();
  let globalPosition = 0;
  const renumber = (event: RecordedEvent): RecordedEvent => {
    const { streamName } = event.metadata;
    const streamPosition = (versions.get(streamName) ?? 0) + 1;
    versions.set(streamName, streamPosition);
    globalPosition += 1;
    return { ...event, metadata: { ...event.metadata, streamPosition, globalPosition } };
  };
  for await (const page of pages) yield page.map(renumber);
}

/** None where as many events stand there as before. */
const shiftOf = (edit: Edit, touched: RecordedEvent | undefined): Shift | undefined => {
  if (edit.kind === 'insert') return { by: 1, place: edit.after, stream: edit.event.stream };
  if (edit.kind === 'change' || !touched) return undefined;
  return { by: -1, place: edit.position, stream: touched.metadata.streamName };
};

const movedBy =
  ({ by, place, stream }: Shift) =>
  (record: CommandRecord): CommandRecord =>
    record.afterPosition < place
      ? record
      : {
          ...record,
          afterPosition: record.afterPosition + by,
          decidedOnVersion: record.decidedOnVersion + (record.stream === stream ? by : 0),
        };

/** A command that is taken over names the events of it that are. */
const withoutEvents = (record: CommandRecord, ids: ReadonlySet<string>): CommandRecord =>
  record.outcome.kind === 'appended'
    ? { ...record, outcome: { ...record.outcome, eventIds: record.outcome.eventIds.filter((id) => !ids.has(id)) } }
    : record;

/** Recorded commands at other times: the first of them is given at the time that was chosen, the others as long after it. */
export const startingAt = (records: CommandRecord[], startsAt: string | undefined): CommandRecord[] => {
  const first = records[0]?.receivedAt;
  if (startsAt === undefined || first === undefined) return records;
  const shift = Date.parse(startsAt) - Date.parse(first);
  return records.map((record) => ({
    ...record,
    receivedAt: new Date(Date.parse(record.receivedAt) + shift).toISOString(),
  }));
};
