import type { RecordedEvent } from '#event-store';
import { concerns } from '../answerEvent.ts';
import { type HandedEvent, handedEvents } from '../handedEvents.ts';
import type { PolicyDesk } from '../policies.ts';
import { isProcess, isStreamOf } from '../processes.ts';
import { leftOutFrom } from './leftOutOfPolicy.ts';
import { holds, type PolicyShare } from './PolicyShare.ts';

/** What a share is handed of one stored event, at its position. */
export type OwnEvent = { event: RecordedEvent; handed: HandedEvent[]; position: number };

type OwnDesk = Pick<PolicyDesk, 'run' | 'workflows'>;

const pageSize = 200;

/** The first event behind a position that is a share's own; where there is none, how far the log was read. */
export const nextOwn = async (
  desk: OwnDesk,
  share: PolicyShare,
  after: number,
): Promise<OwnEvent | { position: number }> => {
  const { store } = desk.run;
  const isLeftOut = await leftOutFrom(store, share.policy.id);
  for (let position = after; ; ) {
    const { events } = await store.readAll({ from: position + 1, limit: pageSize });
    if (events.length === 0) return { position };
    for (const event of events) {
      position = event.metadata.globalPosition;
      const own = await ownOf(desk, share, event);
      const handed = own.filter(({ messageId }) => !isLeftOut(event.metadata.globalPosition, messageId));
      if (handed.length > 0) return { event, handed, position };
    }
  }
};

/** What a stored event is read as may go to several workflows, each of them to its own share. */
export const ownOf = async (desk: OwnDesk, share: PolicyShare, event: RecordedEvent): Promise<HandedEvent[]> => {
  const own: HandedEvent[] = [];
  for (const handed of handedEvents(event))
    if (concerns(share.policy, handed.event) && (await isOwn(desk, share, handed))) own.push(handed);
  return own;
};

const isOwn = async ({ workflows }: OwnDesk, share: PolicyShare, handed: HandedEvent): Promise<boolean> => {
  const { policy, partition } = share;
  const { streamName } = handed.event.metadata;
  if (!partition) return true;
  if (!isProcess(policy) || isStreamOf(policy, streamName)) return holds(share, streamName);
  const name = await workflows(policy, handed);
  // Where nobody can tell, everybody stops.
  return name === undefined || (name !== null && holds(share, name));
};
