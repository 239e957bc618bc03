import { asOfToday, type Board, type DefinitionOf, processPartsOf, storedNames } from '#model';
import type { RecordedEvent } from './AppState.ts';
import { readStored } from './readingStored.ts';

/** Stored events as the code is handed them: each as one, none or several. Rejects where an upcaster breaks at one. */
export const asCodeReads = async (board: Board, events: RecordedEvent[]): Promise<RecordedEvent[]> => {
  const heard = events.map(asHeard);
  const read = heard.map((event) => [event]);
  for (const definition of Object.values(board.definitions)) {
    if (definition.kind !== 'event') continue;
    const names = storedNames(definition);
    const places = [...heard.keys()].filter((place) => names.includes(heard[place]?.type ?? ''));
    const made = await readBy(
      definition,
      places.flatMap((place) => heard[place] ?? []),
    );
    for (const [index, place] of places.entries()) read[place] = made[index] ?? [];
  }
  return read.flatMap((made, place) =>
    heard[place] === events[place] ? made : made.map((event) => ({ ...event, type: `received:${event.type}` })),
  );
};

/** What a process manager's stream holds of an event that it was handed is read as that event is. */
const asHeard = (event: RecordedEvent): RecordedEvent => {
  const handed = processPartsOf(event.type);
  return handed?.action === 'received' ? { ...event, type: handed.type } : event;
};

const readBy = async (definition: DefinitionOf<'event'>, events: RecordedEvent[]): Promise<RecordedEvent[][]> => {
  if (events.length === 0 || !definition.upcasts?.some(({ code }) => code))
    return events.map((event) => [asOfToday(definition, event)]);
  const readings = await readStored(definition, events);
  return events.map((event, index) => {
    const reading = readings[index];
    if (!reading) return [event];
    if (reading.error !== undefined) throw new Error(reading.error);
    return reading.events.map(({ type, data, version }) => ({
      ...event,
      type,
      data,
      metadata: { ...event.metadata, schemaVersion: version },
    }));
  });
};
