import type { RecordedEvent } from '#event-store';
import { waitingAfter } from '#model';
import type { DealingDesk } from './policies.ts';
import { handOver, type ProcessPolicy } from './processes.ts';

/**
 * Hands a process manager the message that an event of its stream has scheduled. A second time it is answered by its
 * first outcome. Answers whether the process has dealt with it.
 */
export const handMessageOver = async (
  desk: Pick<DealingDesk, 'send' | 'stop'>,
  { id }: ProcessPolicy,
  scheduled: RecordedEvent,
): Promise<boolean> => {
  const [message] = waitingAfter([], scheduled);
  if (!message) return true;
  const { id: messageId, stream, type, data, dueAt, correlationId } = message;
  const error = await handOver(desk.send, id, {
    messageId,
    eventId: messageId,
    type,
    data,
    correlationId,
    stream,
    dueAt,
  });
  if (error) desk.stop(id, scheduled, error);
  return !error;
};
