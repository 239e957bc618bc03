import type { ImportedEvent } from './EventImport.ts';

/**
 * Tells events that were given twice. An id is unique within its source, as CloudEvents have it: another source may use it
 * again, and gets it with its own name before it.
 */
export const createRepeats = () => {
  const lines = new Map<string, number>();
  const taken = new Set<string>();
  return (event: ImportedEvent, line: number): { event: ImportedEvent } | { firstLine: number } => {
    const { eventId } = event;
    if (eventId === undefined) return { event };
    const source = typeof event.metadata?.source === 'string' ? event.metadata.source : '';
    const key = `${source}\n${eventId}`;
    const firstLine = lines.get(key);
    if (firstLine !== undefined) return { firstLine };
    lines.set(key, line);
    const id = taken.has(eventId) ? `${source}#${eventId}` : eventId;
    taken.add(id);
    return { event: id === eventId ? event : { ...event, eventId: id } };
  };
};
