import type { CommandRecord, RecordedEvent } from '#event-store';
import type { BranchRequest, HistoryEdit, RecordedHistory } from '../ModelsAndRuns.ts';

export type BranchedHistory = {
  /** So many events are those of the run that it came from. */
  shared: number;
  /** What the branch begins with. */
  kept: RecordedHistory;
  /** Commands that were recorded after that, to be decided anew. */
  again: CommandRecord[];
};

/**
 * What a branch takes over of the run that it comes from: events with their ids and times up to a position, what was
 * edited, and, where that is wanted, what came after it.
 */
export const branchHistory = (
  { events, commands }: RecordedHistory,
  request: BranchRequest,
  newId: () => string,
): BranchedHistory => {
  const { edit, rest } = request;
  const place = Math.min(placeOf(request), events.length);
  const end = rest === 'as-recorded' ? events.length : rest === 'left-out' ? place : endOfCommand(events, place);
  const isWithin = ({ afterPosition }: CommandRecord): boolean => afterPosition < end || end === events.length;
  const taken = events.slice(0, end);
  const kept = edit ? renumbered(edited(taken, edit, newId)) : taken;
  const ids = new Set(kept.map(({ metadata }) => metadata.eventId));
  const move = edit ? moved(edit, events) : (record: CommandRecord) => record;
  return {
    shared: edit && edit.kind !== 'insert' ? place - 1 : edit ? place : end,
    kept: { events: kept, commands: commands.filter(isWithin).map((record) => withEvents(move(record), ids)) },
    again: rest === 'sent-again' ? commands.filter((record) => !isWithin(record)) : [],
  };
};

/** Up to which event a history has to be read for it: one more tells whether anything came after. */
export const neededOf = (request: BranchRequest): number =>
  request.rest === 'left-out' ? placeOf(request) + 1 : Number.POSITIVE_INFINITY;

/** The last event that the branch is about: where it begins, the one that is edited, or the one before a new one. */
const placeOf = ({ position, edit }: BranchRequest): number => {
  if (!edit) return Math.max(0, Math.trunc(position));
  return edit.kind === 'insert' ? edit.after : edit.position;
};

/** What one command brought about stays together: half of it would be decided once more. */
const endOfCommand = (events: RecordedEvent[], position: number): number => {
  const commandId = events[position - 1]?.metadata.commandId;
  let end = position;
  while (commandId !== undefined && events[end]?.metadata.commandId === commandId) end += 1;
  return end;
};

const edited = (events: RecordedEvent[], edit: HistoryEdit, newId: () => string): RecordedEvent[] => {
  switch (edit.kind) {
    case 'drop':
      return events.toSpliced(edit.position - 1, 1);
    case 'change':
      return events.map((event, index) => (index === edit.position - 1 ? { ...event, data: edit.data } : event));
    case 'insert':
      return events.toSpliced(edit.after, 0, inserted(events, edit, newId()));
  }
};

type Insertion = Extract<HistoryEdit, { kind: 'insert' }>;

/** It happens at the time of the event before it; no command is known of it. */
const inserted = (
  events: RecordedEvent[],
  { after, event: { type, data, stream, schemaVersion } }: Insertion,
  eventId: string,
): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId,
    streamName: stream,
    streamPosition: 0,
    globalPosition: 0,
    recordedAt: (events[after - 1] ?? events[0])?.metadata.recordedAt ?? new Date().toISOString(),
    schemaVersion,
  },
});

/** Positions without gaps, in the log and in each stream. */
const renumbered = (events: RecordedEvent[]): RecordedEvent[] => {
  const versions = new Map<string, number>();
  return events.map((event, index) => {
    const { streamName } = event.metadata;
    const streamPosition = (versions.get(streamName) ?? 0) + 1;
    versions.set(streamName, streamPosition);
    return { ...event, metadata: { ...event.metadata, streamPosition, globalPosition: index + 1 } };
  });
};

/** Records behind the edit: one event more or less has come before them, in the log and in its stream. */
const moved = (edit: HistoryEdit, events: RecordedEvent[]): ((record: CommandRecord) => CommandRecord) => {
  if (edit.kind === 'change') return (record) => record;
  const [by, place] = edit.kind === 'drop' ? [-1, edit.position] : [1, edit.after];
  const stream = edit.kind === 'insert' ? edit.event.stream : events[place - 1]?.metadata.streamName;
  return (record) =>
    record.afterPosition < place
      ? record
      : {
          ...record,
          afterPosition: record.afterPosition + by,
          decidedOnVersion: record.decidedOnVersion + (record.stream === stream ? by : 0),
        };
};

/** A command that is taken over names the events of it that are. */
const withEvents = (record: CommandRecord, ids: ReadonlySet<string>): CommandRecord =>
  record.outcome.kind === 'appended'
    ? { ...record, outcome: { ...record.outcome, eventIds: record.outcome.eventIds.filter((id) => ids.has(id)) } }
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
