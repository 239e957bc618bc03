import type { RecordedEvent } from '#event-store';
import { eventsReadFrom } from '#sandbox';

/**
 * An event as a policy is handed it. `messageId` tells it from others that the same stored event is read as: the ids of
 * what is sent in answer are made of it. Everything else names the stored event.
 */
export type HandedEvent = { event: RecordedEvent; messageId: string };

/** What is handed over in the place of a stored event, in order: that, or what it is read as. */
export const handedEvents = (stored: RecordedEvent): HandedEvent[] =>
  eventsReadFrom(stored).map((event, index) => ({
    event,
    messageId: index === 0 ? event.metadata.eventId : `${event.metadata.eventId}#${index + 1}`,
  }));
