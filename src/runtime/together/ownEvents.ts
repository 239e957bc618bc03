import type { RecordedEvent } from '#event-store';
import { concerns } from '../answerEvent.ts';
import { type HandedEvent, handedEvents } from '../handedEvents.ts';
import { isProcess, isStreamOf, type ProcessPolicy } from '../processes.ts';
import type { Run } from '../Run.ts';
import { isOfSandbox, SandboxLost } from '../sandboxLost.ts';
import { holds, type PolicyShare } from './PolicyShare.ts';
import { readSkipped } from './skipped.ts';

/** What a share is handed of one stored event, at its position. */
export type OwnEvent = { event: RecordedEvent; handed: HandedEvent[]; position: number };

const pageSize = 200;

/** The first event behind a position that is a share's own; where there is none, how far the log was read. */
export const nextOwn = async (
  run: Run,
  share: PolicyShare,
  after: number,
): Promise<OwnEvent | { position: number }> => {
  const skipped = await readSkipped(run.store, share.policy.id);
  for (let position = after; ; ) {
    const { events } = await run.store.readAll({ from: position + 1, limit: pageSize });
    if (events.length === 0) return { position };
    for (const event of events) {
      position = event.metadata.globalPosition;
      if (skipped.has(position)) continue;
      const handed = await ownOf(run, share, event);
      if (handed.length > 0) return { event, handed, position };
    }
  }
};

/** What a stored event is read as may go to several workflows, each of them to its own share. */
const ownOf = async (run: Run, share: PolicyShare, event: RecordedEvent): Promise<HandedEvent[]> => {
  const own: HandedEvent[] = [];
  for (const handed of handedEvents(event))
    if (concerns(share.policy, handed.event) && (await isOwn(run, share, handed))) own.push(handed);
  return own;
};

const isOwn = async (run: Run, share: PolicyShare, { event }: HandedEvent): Promise<boolean> => {
  const { policy, partition } = share;
  const { streamName } = event.metadata;
  if (!partition) return true;
  if (!isProcess(policy) || isStreamOf(policy, streamName)) return holds(share, streamName);
  const name = await workflowOf(run, policy, event);
  // Where nobody can tell, everybody stops.
  return name === undefined || (name !== null && holds(share, name));
};

/** The stream of the workflow that an event goes to: null where it goes to none, undefined where the code breaks. */
const workflowOf = async (
  run: Run,
  { id, process }: ProcessPolicy,
  event: RecordedEvent,
): Promise<string | null | undefined> => {
  const reply = await run.sandbox.address({ moduleId: id, event });
  if (reply.kind === 'addressed') return reply.workflowId === null ? null : `${process.category}-${reply.workflowId}`;
  if (isOfSandbox(reply.error)) throw new SandboxLost(reply.error.message);
  return undefined;
};
