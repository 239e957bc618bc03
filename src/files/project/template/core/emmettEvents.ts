import type { AnyEvent } from '@event-driven-io/emmett';
import type { NewEvent, RecordedEvent } from './messages.ts';

/**
 * Emmett gives each event a `messageId` of its own, and overwrites one that is there. The metadata of process managers
 * has one too: which message was handed over. It is stored under another name.
 */
const heardAs = 'heardMessageId';

export const toEmmett = ({ metadata, ...event }: NewEvent): AnyEvent => {
  const { messageId, ...rest } = metadata;
  return { ...event, metadata: messageId === undefined ? rest : { ...rest, [heardAs]: messageId } };
};

export const fromEmmett = (recorded: object): RecordedEvent => {
  const { type, data, metadata } = recorded as RecordedEvent;
  const { messageId: _ofEmmett, [heardAs]: messageId, ...rest } = metadata;
  return { type, data, metadata: messageId === undefined ? rest : { ...rest, messageId } };
};
