import type { RecordedEvent } from '#event-store';
import type { Workers } from '#model';
import type { CodeError } from '#sandbox';
import { answerHanded, concerns, handedTo } from '../answerEvent.ts';
import { eventFrom } from '../eventFrom.ts';
import { storedFirst } from '../fences.ts';
import { handMessageOver } from '../handMessageOver.ts';
import type { LeftOutEvent } from '../leftOutPositions.ts';
import type { PolicyDesk } from '../policies.ts';
import { isProcess, isStreamOf } from '../processes.ts';
import type { Run, RunningPolicy } from '../Run.ts';
import { stoppedShares } from '../shares/Part.ts';
import { notStopped, whyStopped } from '../shares/stops.ts';
import { messageForgotten } from '../storedMessages.ts';
import { createWorkflows } from '../workflows.ts';
import { leftOutOfPolicy, nowLeftOut, replayed } from './leftOutOfPolicy.ts';
import { ownOf } from './ownEvents.ts';
import { type PolicyShare, policySharesOf } from './PolicyShare.ts';
import { dealing } from './withinShare.ts';

/** Goes past the event that a policy, or a partition of it, stopped at, and all that stopped there with it. */
export const leaveOutOfPolicy = async (
  run: Run,
  policy: RunningPolicy,
  workers: Workers | undefined,
  how: LeftOutEvent['how'],
): Promise<void> => {
  const { store } = run;
  const stopped = await stoppedShares(store, policySharesOf(run, policy, workers));
  const all = await Promise.all(
    stopped.map(async ({ stop }) => ({ consumer: stop, position: await store.checkpoint(stop) })),
  );
  const [share] = stopped;
  const position = all[0]?.position;
  if (!share || !position) throw notStopped();
  const stops = all.filter((stop) => stop.position === position);
  const there = stopped.filter((_, index) => all[index]?.position === position);
  const error = await whyStopped(run, share);
  const event = await eventFrom(store, position);
  const messageIds = event && (await handedInParts(run, there, event));
  const leftOut: LeftOutEvent = {
    position,
    how,
    type: event?.type ?? '',
    ...(error ? { error } : {}),
    ...(messageIds ? { messageIds } : {}),
  };
  const forgotten = event && isMessage(policy, event) ? [messageForgotten(event.metadata.eventId)] : [];
  const isFirst = await storedFirst(() =>
    store.storeDocuments([nowLeftOut(policy.id, leftOut), ...forgotten], {
      clear: stops.map(({ consumer }) => consumer),
      checkpoints: stops.map(({ consumer }) => ({ consumer, position: 0 })),
      basedOn: stops,
    }),
  );
  if (!isFirst) throw notStopped();
};

/** What some partitions of a process manager were handed of an event, where others may be handed something else of it. */
const handedInParts = async (run: Run, shares: PolicyShare[], event: RecordedEvent): Promise<string[] | undefined> => {
  const [share] = shares;
  if (!share?.partition || !isProcess(share.policy) || isMessage(share.policy, event)) return undefined;
  const desk = { run, workflows: createWorkflows(run) };
  const handed = await Promise.all(shares.map((one) => ownOf(desk, one, event)));
  return [...new Set(handed.flat().map(({ messageId }) => messageId))];
};

/** What a process manager scheduled stands in its own stream, where it hears no event. */
const isMessage = (policy: RunningPolicy, event: RecordedEvent): boolean =>
  isProcess(policy) && isStreamOf(policy, event.metadata.streamName) && !concerns(policy, event);

/** Hands a policy what was parked, as it is now: it stays parked where the code breaks again. */
export const replayParked = async (desk: PolicyDesk, policy: RunningPolicy, position: number): Promise<void> => {
  const { store } = desk.run;
  const event = await eventFrom(store, position);
  const parked = (await leftOutOfPolicy(store, policy.id)).filter((one) => one.position === position);
  for (const one of parked) if (event && one.how === 'parked') await replay(desk, policy, one, event);
};

const replay = async (
  desk: PolicyDesk,
  policy: RunningPolicy,
  parked: LeftOutEvent,
  event: RecordedEvent,
): Promise<void> => {
  const { store } = desk.run;
  const { position, messageIds } = parked;
  const handed = handedTo(policy, event).filter(({ messageId }) => messageIds?.includes(messageId) ?? true);
  const { failures } = await dealing(desk, (given) =>
    isProcess(policy) && isMessage(policy, event)
      ? handMessageOver(given, policy, event)
      : answerHanded(given, policy, handed),
  );
  const [failure] = failures;
  if (!failure) return store.storeDocuments([replayed(policy.id, parked)]);
  const error: CodeError = { ...failure.error, position };
  await store.storeDocuments([nowLeftOut(policy.id, { ...parked, error })]);
  desk.onPolicyFailure(failure);
};
