import { type EventList, type EventLog, growingIndex, type HistoryIndex } from '#model';
import type { CommandRecord, RecordedEvent } from './AppState.ts';

type Events = EventList<RecordedEvent>;

const isLog = (events: Events): events is EventLog<RecordedEvent> => 'index' in events;

/** Whether a list is an earlier one, grown. */
const continues = <T>(before: EventList<T>, now: EventList<T>): boolean =>
  before.length > 0 &&
  now.length >= before.length &&
  now.at(0) === before.at(0) &&
  now.at(before.length - 1) === before.at(-1);

let indexed: { events: Events } & ReturnType<typeof growingIndex> = { events: [], ...growingIndex() };

/** The index of the recorded events: a log has its own; of a list that has grown, only what is new is looked at. */
export const historyOf = (events: Events): HistoryIndex => {
  if (isLog(events)) return events.index;
  if (indexed.events === events) return indexed.index;
  const kept = continues(indexed.events, events) ? indexed : growingIndex();
  kept.extend(events.slice(kept.index.length));
  indexed = { events, index: kept.index, extend: kept.extend };
  return kept.index;
};

/** Whether the events are those of before, with what has come since. */
export const isGrownFrom = (before: Events, now: Events): boolean =>
  isLog(before) && isLog(now) ? before.index === now.index : continues(before, now);

type CommandLog = {
  readonly byId: ReadonlyMap<string, CommandRecord>;
  /** Those of which nothing was stored, in the order in which they came. */
  readonly refused: readonly CommandRecord[];
};

type GrowingCommands = {
  commands: readonly CommandRecord[];
  byId: Map<string, CommandRecord>;
  refused: CommandRecord[];
};

let known: GrowingCommands = { commands: [], byId: new Map(), refused: [] };

/** What is asked of the recorded commands at each step, without a walk over them. */
export const commandLogOf = (commands: readonly CommandRecord[]): CommandLog => {
  if (known.commands === commands) return known;
  const isGrown = continues(known.commands, commands);
  const from = isGrown ? known.commands.length : 0;
  const byId = isGrown ? known.byId : new Map<string, CommandRecord>();
  const fresh: CommandRecord[] = [];
  for (let at = from; at < commands.length; at += 1) {
    const record = commands[at];
    if (!record) continue;
    byId.set(record.commandId, record);
    if (record.outcome.kind !== 'appended') fresh.push(record);
  }
  const kept = isGrown ? known.refused : [];
  const refused = fresh.length > 0 ? [...kept, ...fresh].sort((one, other) => one.sequence - other.sequence) : kept;
  known = { commands, byId, refused };
  return known;
};
