import { type AnyEvent, type EventStore, isExpectedVersionConflictError } from '@event-driven-io/emmett';
import type { NewEvent, RecordedEvent } from './messages.ts';
import { VersionConflict } from './Store.ts';

/**
 * Emmett gives each event a `messageId` of its own, and overwrites one that is there. The metadata of process managers
 * has one too: which message was handed over. It is stored under another name.
 */
const heardAs = 'heardMessageId';

const toEmmett = ({ metadata, ...event }: NewEvent): AnyEvent => {
  const { messageId, ...rest } = metadata;
  return { ...event, metadata: messageId === undefined ? rest : { ...rest, [heardAs]: messageId } };
};

export const fromEmmett = (recorded: object): RecordedEvent => {
  const { type, data, metadata } = recorded as RecordedEvent;
  const { messageId: _ofEmmett, [heardAs]: messageId, ...rest } = metadata;
  return { type, data, metadata: messageId === undefined ? rest : { ...rest, messageId } };
};

/** Appends behind a version, always a number: Emmett 0.42.0 does not look at its constants. */
export const appendTo = async (
  eventStore: Pick<EventStore, 'appendToStream'>,
  stream: string,
  events: NewEvent[],
  expectedVersion: number,
): Promise<void> => {
  try {
    await eventStore.appendToStream<AnyEvent>(stream, events.map(toEmmett), {
      expectedStreamVersion: BigInt(expectedVersion),
    });
  } catch (error) {
    if (isExpectedVersionConflictError(error)) throw new VersionConflict();
    throw error;
  }
};
