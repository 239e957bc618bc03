import type { Json, RecordedEvent } from '#event-store';
import { streamKeys } from './keyOrder.ts';
import type { FileHistory } from './ModelFile.ts';

type Fields = { [key: string]: Json };
type FieldsById = { [id: string]: Fields };

/**
 * What a file says of its history that this version does not know. A store keeps none of it, so it stays beside the
 * model, by the id of each event and the name of each stream.
 */
export type HistoryFields = { own?: Fields; events?: FieldsById; streams?: FieldsById };

const known = {
  history: ['events', 'commands', 'streams'],
  event: ['type', 'data', 'metadata'],
  stream: streamKeys,
};

const unknownOf = (record: object, keys: readonly string[]): [Fields] | [] => {
  const others = Object.entries(record).filter(([key]) => !keys.includes(key));
  return others.length > 0 ? [Object.fromEntries(others)] : [];
};

const byId = <Item extends object>(
  items: readonly Item[],
  keys: readonly string[],
  idOf: (item: Item) => string,
): FieldsById =>
  Object.fromEntries(items.flatMap((item) => unknownOf(item, keys).map((fields) => [idOf(item), fields])));

export const historyFieldsOf = (history: FileHistory): HistoryFields => {
  const [own] = unknownOf(history, known.history);
  const events = byId(history.events, known.event, ({ metadata }) => metadata.eventId);
  const streams = byId(history.streams ?? [], known.stream, ({ stream }) => stream);
  return {
    ...(own && { own }),
    ...(Object.keys(events).length > 0 && { events }),
    ...(Object.keys(streams).length > 0 && { streams }),
  };
};

/** A record with the fields that were kept of it. */
const restored = <Item extends object>(item: Item, kept: FieldsById | undefined, id: string): Item =>
  kept && Object.hasOwn(kept, id) ? { ...kept[id], ...item } : item;

/** The events of a history as they came, one after the other. */
export function* eventsWithFields(events: Iterable<RecordedEvent>, { events: kept }: HistoryFields) {
  for (const event of events) yield restored(event, kept, event.metadata.eventId);
}

export const streamsWithFields = (
  streams: NonNullable<FileHistory['streams']>,
  { streams: kept }: HistoryFields,
): NonNullable<FileHistory['streams']> => streams.map((one) => restored(one, kept, one.stream));
