import type { Json } from './Sandbox.ts';

/**
 * Stands in the metadata of a stored event that is read as none or as several, with all that code is handed in its
 * place. So it stays one event with one place, whatever is made of it.
 */
export const readAsKey = '#readAs';

/** Events that can be made of a single stored one, by all its upcasters together. */
export const mostRead = 1_000;

/** What a stored event is read as; place, id and the rest of the metadata are those of the stored one. */
export type ReadEvent = { type: string; data: Json; schemaVersion: number };

type Metadata = { [added: string]: unknown };
type Stored = { type: string; data: Json; metadata: Metadata };

const isReadEvent = (one: unknown): boolean => {
  const { type, data, schemaVersion } = (one ?? {}) as Partial<ReadEvent>;
  return typeof type === 'string' && typeof data === 'object' && data !== null && typeof schemaVersion === 'number';
};

/** None where the event is handed over as it is. What a file brings under this name is not taken at its word. */
export const readAsIn = (metadata: Metadata | undefined): readonly ReadEvent[] | undefined => {
  const list = metadata?.[readAsKey];
  return Array.isArray(list) && list.length <= mostRead && list.every(isReadEvent) ? list : undefined;
};

/** What code is handed in the place of a stored event, in this order: itself, or what it is read as. */
export const eventsReadFrom = <E extends Stored>(stored: E): E[] => {
  const instead = readAsIn(stored.metadata);
  if (!instead) return [stored];
  const { [readAsKey]: _, ...metadata } = stored.metadata;
  const events: E[] = [];
  for (let index = 0; index < instead.length; index += 1) {
    const { type, data, schemaVersion } = instead[index] as ReadEvent;
    events[index] = { ...stored, type, data, metadata: { ...metadata, schemaVersion } };
  }
  return events;
};

/** Whether code that hears events of some types is handed one in the place of a stored event. */
export const isAnyRead = ({ type, metadata }: Stored, isHeard: (type: string) => boolean): boolean => {
  const instead = readAsIn(metadata);
  return instead ? instead.some((event) => isHeard(event.type)) : isHeard(type);
};
