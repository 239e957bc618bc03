import type { Workers } from '#model';
import type { CodeError } from '#sandbox';
import { answer, concerns } from '../answerEvent.ts';
import { readDesk, skipPending, transitOf } from '../faults/faultDesk.ts';
import { isTimer } from '../faults/transit.ts';
import { handMessageOver } from '../handMessageOver.ts';
import type { LeftOutEvent } from '../leftOutPositions.ts';
import type { PolicyDesk } from '../policies.ts';
import { isProcess, isStreamOf } from '../processes.ts';
import type { Run, RunningPolicy } from '../Run.ts';
import { standingOf, stoppedShares } from '../shares/Part.ts';
import { whyStopped } from '../shares/stops.ts';
import { forgetMessage } from '../storedMessages.ts';
import { leftOutAt, leftOutOfPolicy, replayedAt } from './leftOutOfPolicy.ts';
import { goOnFrom, type PolicyShare, policySharesOf } from './PolicyShare.ts';
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
  const positions = await Promise.all(stopped.map(({ stop }) => store.checkpoint(stop)));
  const [first] = positions;
  if (first === undefined) throw new Error('It has not stopped: there is no event to leave out.');
  for (const [index, share] of stopped.entries()) if (positions[index] === first) await goPast(run, share, first, how);
};

const goPast = async (run: Run, share: PolicyShare, position: number, how: LeftOutEvent['how']): Promise<void> => {
  const { store } = run;
  const { id } = share.policy;
  const desk = await readDesk(store, id);
  const transit = desk && transitOf(desk, share);
  const isMessage = transit ? isTimer(transit, position) : (await standingOf(store, share)).position >= position;
  const error = await whyStopped(run, share);
  const [event] = (await store.readAll({ from: position, limit: 1 })).events;
  // What it was handed last with faults on is not handed over again; done again, it is.
  if (transit) await skipPending(store, id, share);
  if (isMessage && event) await forgetMessage(store, event.metadata.eventId);
  if (how === 'parked' || !(isMessage || transit)) {
    const leftOut: LeftOutEvent = { position, how, type: event?.type ?? '', ...(error ? { error } : {}) };
    await store.storeDocuments([leftOutAt(id, leftOut)]);
  }
  await goOnFrom(store, share);
};

/** Hands a policy what was parked, as it is now: it stays parked where the code breaks again. */
export const replayParked = async (desk: PolicyDesk, policy: RunningPolicy, position: number): Promise<void> => {
  const { store } = desk.run;
  const parked = (await leftOutOfPolicy(store, policy.id)).find((one) => one.position === position);
  const [event] = (await store.readAll({ from: position, limit: 1 })).events;
  if (parked?.how !== 'parked' || !event) return;
  const { failures } = await dealing(desk, (given) =>
    isProcess(policy) && isStreamOf(policy, event.metadata.streamName) && !concerns(policy, event)
      ? handMessageOver(given, policy, event)
      : answer(given, policy, event),
  );
  const [failure] = failures;
  if (!failure) return store.storeDocuments([replayedAt(policy.id, position)]);
  const error: CodeError = { ...failure.error, position };
  await store.storeDocuments([leftOutAt(policy.id, { ...parked, error })]);
  desk.onPolicyFailure(failure);
};
